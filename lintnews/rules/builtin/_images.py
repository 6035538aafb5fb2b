"""Addresses and descriptions of images that show nothing."""

from __future__ import annotations

# Hosts and paths that only count readers.
COUNTER = (
    r"(?i)(?:facebook\.com/tr\b|scorecardresearch\.com|pixel\.quantserve\.com|doubleclick\.net/(?:activity|ddm/trackimp)|"
    r"google-analytics\.com|pixel\.wp\.com|stats\.wordpress\.com|feeds\.feedburner\.com/~[rf]/|feedsportal\.com/c/|matomo\.php|piwik\.php|"
    r"ad\.linksynergy\.com/fs-bin/show|awltovhc\.com|ftjcfx\.com|tqlkg\.com|assoc-amazon\.[\w.]+/e/ir|amazon-adsystem\.com/e/ir|imp\.pxf\.io|"
    r"list-manage\.com/track|/open\.(?:gif|aspx|php)\b|/(?:tracking|track|beacon|count(?:er)?)[-_]?(?:pixel)?\.(?:gif|png)\b)"
)
# Counters that an author or a licence may ask for.
OWED = r"(?i)met\.vgwort\.de|/vgwort|counter\.theconversation\.|pixel\.propublica\.|republi(?:sh|cation)"
SPACER = r"(?i)(?:.*/)?(?:spacer|blank|transparent|trans|clear|clearpixel|pixel|1x1|1px|x|shim|empty|dot_clear|cleardot|leer|pix)[-_]?\d{0,3}\.(?:gif|png)(?:[?#].*)?"
PLACEHOLDER = (
    r"(?i)(?:.*/)?(?:\w+[-_])?(?:placeholder|lazy|lazyload|lazy-?load|loading|loader|preload|blank|1x1|transparent|grey|gray|dummy|no-?image)"
    r"(?:[-_](?:\w+[-_])*(?:placeholder|image|img|white|black|grey|gray|loader|fallback|\d+(?:x\d+)?))?\.(?:gif|png|jpe?g|svg|webp)(?:[?#].*)?"
)
DATA_PLACEHOLDER = r"(?i)data:(?:,|image/gif;base64,R0lGOD|image/png;base64,iVBOR|image/svg\+xml)"
DRAWS = r"(?i)(?:<|%3c)(?:path|rect|circle|text|image|polygon|line|g|use|ellipse)\b"
LONGEST_PLACEHOLDER = 400
# Where scripts that load images late keep the address, best first.
LATE = (
    "data-src data-lazy-src data-original data-lazy data-original-src data-orig-file data-ll-src data-echo data-hi-res-src "
    "data-full-src data-image data-img-src data-large-file nitro-lazy-src data-breeze data-litespeed-src data-pin-media"
).split()

ENDING = r"(?:jpe?g|png|gif|webp|heic|tiff?|bmp|avif)"
FILE_NAME = (
    rf"(?i)[^\s].{{0,150}}\.{ENDING}|(?:IMG|DSC[FN]?|PXL|MVIMG|GOPR|DJI|PANO|VID)[-_ ]?\d{{3,}}\S*|\d{{6,}}(?:[-_]\w+)*|"
    r"(?:screen ?shot|screencap|bildschirmfoto|captura de (?:pantalla|tela)|capture d.[ée]cran|schermata|zrzut ekranu|whatsapp image|"
    r"unknown|image|img|photo|bild|foto)[-_ ](?:\d{4}-?\d\d-?\d\d|\d{6,}).{0,40}|"
    r"(?=\S*[\d_])(?=\S{15})\w+(?:[-_]+\w+){3,}|\w+_\w*\d+x\d+\w*"
)
MACHINE_VALUE = r"(?i)undefined|null|nan|none|\[object object\]|image|img|untitled(?:[-_ ]?\d+)?|unbenannt(?:[-_ ]?\d+)?|placeholder|(?:default |image )?alt(?:[- ]?text)?|alt=|image placeholder|insert alt text(?: here)?|\{\{.{1,40}\}\}"
