#!/bin/sh
# pypdfium2 5.15.2 (PDFium) and pdftext 0.7.1 on it: a hyphen at the end of a line is no hyphen.
#
# PDFium tells a hyphen at the end of a line apart, whether the line divides a word ("con-/scious")
# or the word has a hyphen of its own ("well-/known"): in the text of a page it becomes U+FFFE and
# the line end after it is left out; asked for the character itself, PDFium answers U+0002. So
# a search for "-" misses both, and whoever drops the sign joins "wellknown". pdftext, asked to
# mend hyphens, does that with every compound; left alone, it keeps the sign.
#
# Seen: 'con\ufffescious' and 'well\ufffeknown' in one page, codes [2, 2], pdftext "wellknown".
# So what stood there must be decided from the text itself: is the word there elsewhere, whole?
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/new"
python3 -m venv "$folder/old"
"$folder/new/bin/python" -m pip install -q --disable-pip-version-check pypdfium2==5.15.2
"$folder/old/bin/python" -m pip install -q --disable-pip-version-check pdftext==0.7.1
cat > "$folder/page.pdf" <<'PDF'
%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources
<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj
4 0 obj << /Length 146 >> stream
BT /F 10 Tf 12 TL 50 700 Td (The machine has no con-) Tj T* (scious thought, and it is a well-) Tj
T* (known idea of many.) Tj ET
endstream endobj
trailer << /Root 1 0 R >>
PDF
cat > "$folder/new.py" <<'PYTHON'
import sys
import pypdfium2 as pdfium
page = pdfium.PdfDocument(sys.argv[1])[0].get_textpage()
text = page.get_text_bounded() if not hasattr(page, "get_text_range") else page.get_text_range()
codes = [pdfium.raw.FPDFText_GetUnicode(page.raw, at) for at in range(page.count_chars())]
print(ascii(text), [code for code in codes if code < 10])
sys.exit(not ("con\ufffescious" in text and "well\ufffeknown" in text and codes.count(2) == 2))
PYTHON
"$folder/new/bin/python" "$folder/new.py" "$folder/page.pdf"
cat > "$folder/old.py" <<'PYTHON'
import sys
from pdftext.extraction import plain_text_output
text = plain_text_output(sys.argv[1], hyphens=False)
print(ascii(text))
sys.exit(not ("conscious" in text and "wellknown" in text))
PYTHON
"$folder/old/bin/python" "$folder/old.py" "$folder/page.pdf"
echo "PDFium leaves the hyphens out; pdftext joins both words, the compound too"
