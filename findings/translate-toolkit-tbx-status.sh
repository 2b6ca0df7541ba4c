#!/bin/sh
# translate-toolkit 3.20.4 (with lxml 6.1.3): a deprecated TBX term becomes the translation.
#
# ISO 30042 (TBX) marks terms with an administrativeStatus. Where a language of a concept has a term
# marked deprecated and then one marked preferred, tbx2po takes the first one as the translation and
# leaves the preferred one out: the status of a term has no part in it, its place has.
#
# Seen: msgid "heart attack", msgstr "Herzschlag" (deprecated); "Herzinfarkt" (preferred) is nowhere.
# So a term base for such a program needs its preferred term first, and what such a program makes of
# a term base that lists deprecated terms first has to be checked by its direction.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/python" -m pip install -q --disable-pip-version-check \
    translate-toolkit==3.20.4 lxml==6.1.3
cat > "$folder/terms.tbx" <<'TBX'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>terms of a hospital</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="c1">
<langSet xml:lang="en"><tig><term>heart attack</term></tig></langSet>
<langSet xml:lang="de">
<tig><term>Herzschlag</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
<tig><term>Herzinfarkt</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
</langSet>
</termEntry></body></text></martif>
TBX
"$folder/env/bin/tbx2po" --progress=none "$folder/terms.tbx" "$folder/terms.po"
grep -A 1 '^msgid "heart attack"' "$folder/terms.po"
grep -q '^msgstr "Herzschlag"$' "$folder/terms.po"
if grep -q Herzinfarkt "$folder/terms.po"; then
    exit 1
fi
echo "the deprecated term is the translation; the preferred one is left out"
