<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>“{0}” has changed since then; %Ln decisions no longer apply: {1}</source>
        <translation>
            <numerusform>“{0}” has changed since then; %Ln decision no longer applies: {1}</numerusform>
            <numerusform>“{0}” has changed since then; %Ln decisions no longer apply: {1}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln phrases</source>
        <translation>
            <numerusform>%Ln phrase</numerusform>
            <numerusform>%Ln phrases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new phrases are ordinary words, which would be flagged in every text; they start unticked.</source>
        <translation>
            <numerusform>%Ln new phrase is an ordinary word, which would be flagged in every text; it starts unticked.</numerusform>
            <numerusform>%Ln new phrases are ordinary words, which would be flagged in every text; they start unticked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AcceptInFiles</name>
    <message numerus="yes">
        <source>%Ln places are ticked</source>
        <translation>
            <numerusform>%Ln place is ticked</numerusform>
            <numerusform>%Ln places are ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln files</source>
        <translation>
            <numerusform>in %Ln file</numerusform>
            <numerusform>in %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are still being read</source>
        <translation>
            <numerusform>%Ln file is still being read</numerusform>
            <numerusform>%Ln files are still being read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept fixes of %Ln phrases</source>
        <translation>
            <numerusform>accept fixes of %Ln phrase</numerusform>
            <numerusform>accept fixes of %Ln phrases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places replaced</source>
        <translation>
            <numerusform>%Ln place replaced</numerusform>
            <numerusform>%Ln places replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message numerus="yes">
        <source>%Ln entries that it no longer has</source>
        <translation>
            <numerusform>%Ln entry that it no longer has</numerusform>
            <numerusform>%Ln entries that it no longer has</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lacks %Ln of the current entries</source>
        <translation>
            <numerusform>lacks %Ln of the current entries</numerusform>
            <numerusform>lacks %Ln of the current entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message numerus="yes">
        <source>%Ln paragraphs are still being read; there may be more.</source>
        <translation>
            <numerusform>%Ln paragraph is still being read; there may be more.</numerusform>
            <numerusform>%Ln paragraphs are still being read; there may be more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln phrases</source>
        <translation>
            <numerusform>%Ln phrase</numerusform>
            <numerusform>%Ln phrases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{0}”: the first {1} of %Ln places as they will read</source>
        <translation>
            <numerusform>“{0}”: the first {1} of %Ln place as they will read</numerusform>
            <numerusform>“{0}”: the first {1} of %Ln places as they will read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <translation>
            <numerusform>%Ln replaced</numerusform>
            <numerusform>%Ln replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchModel</name>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentBar</name>
    <message numerus="yes">
        <source>%Ln weaker hints are hidden.</source>
        <translation>
            <numerusform>%Ln weaker hint is hidden.</numerusform>
            <numerusform>%Ln weaker hints are hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EncodingDialog</name>
    <message numerus="yes">
        <source>%Ln places are not text in this encoding. They are shown as “�”, and are saved that way where you change the text.</source>
        <translation>
            <numerusform>%Ln place is not text in this encoding. It is shown as “�”, and is saved that way where you change the text.</numerusform>
            <numerusform>%Ln places are not text in this encoding. They are shown as “�”, and are saved that way where you change the text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>E&amp;xport %Ln pairs…</source>
        <translation>
            <numerusform>E&amp;xport %Ln pair…</numerusform>
            <numerusform>E&amp;xport %Ln pairs…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The format can hold everything in these %Ln entries.</source>
        <translation>
            <numerusform>The format can hold everything in this entry.</numerusform>
            <numerusform>The format can hold everything in these %Ln entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of {0} entries, %Ln lose something in this format.</source>
        <translation>
            <numerusform>Of {0} entries, %Ln loses something in this format.</numerusform>
            <numerusform>Of {0} entries, %Ln lose something in this format.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are left out altogether.</source>
        <translation>
            <numerusform>%Ln entry is left out altogether.</numerusform>
            <numerusform>%Ln entries are left out altogether.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message numerus="yes">
        <source>%Ln decisions from last time are back.</source>
        <translation>
            <numerusform>%Ln decision from last time is back.</numerusform>
            <numerusform>%Ln decisions from last time are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The text has changed; %Ln decisions no longer fit.</source>
        <translation>
            <numerusform>The text has changed; %Ln decision no longer fits.</numerusform>
            <numerusform>The text has changed; %Ln decisions no longer fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places could not be read and are shown as “�”; where you save changes, that is what is saved.</source>
        <translation>
            <numerusform>%Ln place could not be read and is shown as “�”; where you save changes, that is what is saved.</numerusform>
            <numerusform>%Ln places could not be read and are shown as “�”; where you save changes, that is what is saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reloaded; %Ln decisions kept.</source>
        <translation>
            <numerusform>Reloaded; %Ln decision kept.</numerusform>
            <numerusform>Reloaded; %Ln decisions kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decisions no longer fit and were dropped.</source>
        <translation>
            <numerusform>%Ln decision no longer fits and was dropped.</numerusform>
            <numerusform>%Ln decisions no longer fit and were dropped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesDock</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finished</source>
        <translation>
            <numerusform>%Ln finished</numerusform>
            <numerusform>%Ln finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks open</source>
        <translation>
            <numerusform>%Ln mark open</numerusform>
            <numerusform>%Ln marks open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be read</source>
        <translation>
            <numerusform>%Ln cannot be read</numerusform>
            <numerusform>%Ln cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not read yet</source>
        <translation>
            <numerusform>%Ln not read yet</numerusform>
            <numerusform>%Ln not read yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesSummary</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finished</source>
        <translation>
            <numerusform>%Ln finished</numerusform>
            <numerusform>%Ln finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decisions</source>
        <translation>
            <numerusform>%Ln decision</numerusform>
            <numerusform>%Ln decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks open</source>
        <translation>
            <numerusform>%Ln mark open</numerusform>
            <numerusform>%Ln marks open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs learnt since this window was opened</source>
        <translation>
            <numerusform>%Ln pair learnt since this window was opened</numerusform>
            <numerusform>%Ln pairs learnt since this window was opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln corrected texts not saved</source>
        <translation>
            <numerusform>%Ln corrected text not saved</numerusform>
            <numerusform>%Ln corrected texts not saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be read</source>
        <translation>
            <numerusform>%Ln cannot be read</numerusform>
            <numerusform>%Ln cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are still being read</source>
        <translation>
            <numerusform>%Ln file is still being read</numerusform>
            <numerusform>%Ln files are still being read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindInFiles</name>
    <message numerus="yes">
        <source>%Ln files are still to be searched</source>
        <translation>
            <numerusform>%Ln file is still to be searched</numerusform>
            <numerusform>%Ln files are still to be searched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln matches</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln files</source>
        <translation>
            <numerusform>in %Ln file</numerusform>
            <numerusform>in %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be read</source>
        <translation>
            <numerusform>%Ln cannot be read</numerusform>
            <numerusform>%Ln cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message numerus="yes">
        <source>%Ln replaced; there are more</source>
        <translation>
            <numerusform>%Ln replaced; there are more</numerusform>
            <numerusform>%Ln replaced; there are more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <translation>
            <numerusform>%Ln replaced</numerusform>
            <numerusform>%Ln replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinishBar</name>
    <message numerus="yes">
        <source>All done: %Ln places resolved.</source>
        <translation>
            <numerusform>All done: %Ln place resolved.</numerusform>
            <numerusform>All done: %Ln places resolved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The glossary learnt %Ln pairs.</source>
        <translation>
            <numerusform>The glossary learnt %Ln pair.</numerusform>
            <numerusform>The glossary learnt %Ln pairs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places are left ({0} below {1} %), less certain than those you have seen.</source>
        <translation>
            <numerusform>%Ln place is left ({0} below {1} %), less certain than those you have seen.</numerusform>
            <numerusform>%Ln places are left ({0} below {1} %), less certain than those you have seen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignore the %Ln below {0} %</source>
        <translation>
            <numerusform>Ignore the %Ln below {0} %</numerusform>
            <numerusform>Ignore the %Ln below {0} %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignore all %Ln remaining</source>
        <translation>
            <numerusform>Ignore the %Ln remaining</numerusform>
            <numerusform>Ignore all %Ln remaining</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryActs</name>
    <message numerus="yes">
        <source>%Ln pairs</source>
        <translation>
            <numerusform>%Ln pair</numerusform>
            <numerusform>%Ln pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryDialogs</name>
    <message numerus="yes">
        <source>%Ln pairs imported</source>
        <translation>
            <numerusform>%Ln pair imported</numerusform>
            <numerusform>%Ln pairs imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs learnt</source>
        <translation>
            <numerusform>%Ln pair learnt</numerusform>
            <numerusform>%Ln pairs learnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryEditor</name>
    <message numerus="yes">
        <source>%Ln entries shown.</source>
        <translation>
            <numerusform>%Ln entry shown.</numerusform>
            <numerusform>%Ln entries shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries shown, {0} selected.</source>
        <translation>
            <numerusform>%Ln entry shown, {0} selected.</numerusform>
            <numerusform>%Ln entries shown, {0} selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryModel</name>
    <message numerus="yes">
        <source>%Ln places here</source>
        <translation>
            <numerusform>%Ln place here</numerusform>
            <numerusform>%Ln places here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GrowthChart</name>
    <message numerus="yes">
        <source>From %Ln entries on {0} to {1} on {2}.</source>
        <translation>
            <numerusform>From %Ln entry on {0} to {1} on {2}.</numerusform>
            <numerusform>From %Ln entries on {0} to {1} on {2}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>&amp;Import %Ln pairs</source>
        <translation>
            <numerusform>&amp;Import %Ln pair</numerusform>
            <numerusform>&amp;Import %Ln pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>import %Ln pairs from {0}</source>
        <translation>
            <numerusform>import %Ln pair from {0}</numerusform>
            <numerusform>import %Ln pairs from {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Invisibles</name>
    <message numerus="yes">
        <source>%Ln words with look-alike letters from another alphabet</source>
        <translation>
            <numerusform>%Ln word with look-alike letters from another alphabet</numerusform>
            <numerusform>%Ln words with look-alike letters from another alphabet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln invisible characters</source>
        <translation>
            <numerusform>%Ln invisible character</numerusform>
            <numerusform>%Ln invisible characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters that change the text direction</source>
        <translation>
            <numerusform>%Ln character that changes the text direction</numerusform>
            <numerusform>%Ln characters that change the text direction</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places repaired.</source>
        <translation>
            <numerusform>%Ln place repaired.</numerusform>
            <numerusform>%Ln places repaired.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places inside marks are repaired when you fix those.</source>
        <translation>
            <numerusform>%Ln place inside a mark is repaired when you fix that.</numerusform>
            <numerusform>%Ln places inside marks are repaired when you fix those.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LearnDialog</name>
    <message numerus="yes">
        <source>&amp;Learn %Ln pairs</source>
        <translation>
            <numerusform>&amp;Learn %Ln pair</numerusform>
            <numerusform>&amp;Learn %Ln pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln pairs are ticked.</source>
        <translation>
            <numerusform>{0} of %Ln pair is ticked.</numerusform>
            <numerusform>{0} of %Ln pairs are ticked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>learn %Ln pairs from {0}</source>
        <translation>
            <numerusform>learn %Ln pair from {0}</numerusform>
            <numerusform>learn %Ln pairs from {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrdinaryBanner</name>
    <message numerus="yes">
        <source>%Ln ordinary words in your glossary are flagged in every text, even where they are right.</source>
        <translation>
            <numerusform>%Ln ordinary word in your glossary is flagged in every text, even where it is right.</numerusform>
            <numerusform>%Ln ordinary words in your glossary are flagged in every text, even where they are right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewStrip</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PopupActions</name>
    <message numerus="yes">
        <source>Accept all %Ln identical</source>
        <translation>
            <numerusform>Accept the %Ln identical</numerusform>
            <numerusform>Accept all %Ln identical</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PopupBody</name>
    <message numerus="yes">
        <source>Ignore the rest below {0} % (%Ln places)</source>
        <translation>
            <numerusform>Ignore the rest below {0} % (%Ln place)</numerusform>
            <numerusform>Ignore the rest below {0} % (%Ln places)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>%Ln more…</numerusform>
            <numerusform>%Ln more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message numerus="yes">
        <source>Decisions are remembered for the %Ln most recently used texts.</source>
        <translation>
            <numerusform>Decisions are remembered for the %Ln most recently used text.</numerusform>
            <numerusform>Decisions are remembered for the %Ln most recently used texts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueCommands</name>
    <message numerus="yes">
        <source>%Ln files of the list</source>
        <translation>
            <numerusform>%Ln file of the list</numerusform>
            <numerusform>%Ln files of the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryBar</name>
    <message numerus="yes">
        <source>Unsaved review of {0} from {1} (%Ln changes)</source>
        <translation>
            <numerusform>Unsaved review of {0} from {1} (%Ln change)</numerusform>
            <numerusform>Unsaved review of {0} from {1} (%Ln changes)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepeatedBanner</name>
    <message numerus="yes">
        <source>%Ln phrases have several entries in your glossary: {0}</source>
        <translation>
            <numerusform>%Ln phrase has several entries in your glossary: {0}</numerusform>
            <numerusform>%Ln phrases have several entries in your glossary: {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestMenu</name>
    <message numerus="yes">
        <source>Ignore the %Ln below {0} %</source>
        <translation>
            <numerusform>Ignore the %Ln below {0} %</numerusform>
            <numerusform>Ignore the %Ln below {0} %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignore all %Ln remaining</source>
        <translation>
            <numerusform>Ignore the %Ln remaining</numerusform>
            <numerusform>Ignore all %Ln remaining</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message numerus="yes">
        <source>%Ln places are ignored.</source>
        <translation>
            <numerusform>%Ln place is ignored.</numerusform>
            <numerusform>%Ln places are ignored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Several places in a row were ignored; %Ln more score below {0} %.</source>
        <translation>
            <numerusform>Several places in a row were ignored; %Ln more scores below {0} %.</numerusform>
            <numerusform>Several places in a row were ignored; %Ln more score below {0} %.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveAll</name>
    <message numerus="yes">
        <source>Saving {0}; %Ln files left.</source>
        <translation>
            <numerusform>Saving {0}; %Ln file left.</numerusform>
            <numerusform>Saving {0}; %Ln files left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are not saved.</source>
        <translation>
            <numerusform>%Ln file is not saved.</numerusform>
            <numerusform>%Ln files are not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln corrected texts saved</source>
        <translation>
            <numerusform>%Ln corrected text saved</numerusform>
            <numerusform>%Ln corrected texts saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>The decisions on the %Ln texts left unopened longest are forgotten; those on {0} others are kept.</source>
        <translation>
            <numerusform>The decisions on the %Ln text left unopened longest are forgotten; those on {0} others are kept.</numerusform>
            <numerusform>The decisions on the %Ln texts left unopened longest are forgotten; those on {0} others are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message numerus="yes">
        <source>{0} shown. Of {1} entries, %Ln were never accepted or rejected.</source>
        <translation>
            <numerusform>{0} shown. Of {1} entries, %Ln was never accepted or rejected.</numerusform>
            <numerusform>{0} shown. Of {1} entries, %Ln were never accepted or rejected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>“{0}”: %Ln places</source>
        <translation>
            <numerusform>“{0}”: %Ln place</numerusform>
            <numerusform>“{0}”: %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuspectActs</name>
    <message numerus="yes">
        <source>Accept %Ln</source>
        <translation>
            <numerusform>Accept %Ln</numerusform>
            <numerusform>Accept %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignore %Ln here</source>
        <translation>
            <numerusform>Ignore %Ln here</numerusform>
            <numerusform>Ignore %Ln here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln places</source>
        <translation>
            <numerusform>Restore %Ln place</numerusform>
            <numerusform>Restore %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuspectList</name>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln phrases</source>
        <translation>
            <numerusform>%Ln phrase</numerusform>
            <numerusform>%Ln phrases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuspectModel</name>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
</TS>
