"""XML 1.0 out of any text."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, indent, tostring

# What "Extensible Markup Language (XML) 1.0", production [2] Char, leaves out.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(root: Element) -> str:
    """The document of `root`; a character that XML cannot hold becomes U+FFFD."""
    for element in root.iter():
        element.text = element.text and _legal(element.text)
        for name, value in element.items():
            element.set(name, _legal(value))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
