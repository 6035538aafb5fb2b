"""Credits in which a template had no value to print: a word for a task, and a gap instead of the name."""

from __future__ import annotations

_TASK = (
    r"(?:reporting|writing|editing|research|story|reports?|text|words|photos?|photographs?|photography|videos?|pictures|images?|graphics?|inputs?|interview|production|"
    r"translation|contributions?|assistance|information|files|materials?|help|quotes|copy|details|footage|illustrations?|analysis|article|post|column)"
)
_DONE = (
    r"(?:written|reported|compiled|edited|posted|published|updated|filed|translated|contributed|created|reviewed|produced|curated|prepared|adapted|submitted|"
    r"photographed|interviewed|sourced|rewritten|uploaded|proofread|fact-checked|narrated|illustrated|designed|provided|supplied|conducted|authored|sponsored)"
)
_CREDITS = (
    rf"(?:additional|original|extra|further|other) {_TASK}(?: (?:was|were))?(?: {_DONE})? (?:by|from)",
    rf"with (?:(?:agency|agencies|additional|staff|wire|extra|more|some) )?{_TASK} (?:from|by|of|via)",
    rf"{_DONE}(?: and {_DONE})?(?: for [\w ]{{3,20}})? (?:by|from)",
    rf"{_TASK}(?: and {_TASK})? (?:by|from)",
    r"from (?:our|a|the) (?:(?:own|special|staff|city|foreign|chief|political) ){0,2}(?:reporter|correspondent|bureau|newsroom|staff|desk|writer)s?",
    r"(?:as told to|special to|exclusive to|courtesy of|a version of this \w+ (?:first )?appeared (?:in|on)|read more (?:at|on|from)|follow him on|follow her on|follow us on|contact|"
    r"based on (?:a report|reports|an article) (?:in|by|from))",
    r"by",
)
# What stands where a name should, behind such words; nothing but marks counts at the end.
_GAP = (
    r"(?:[,;/|]| [,;/|]| ?[(\[] ?[)\]]| (?:and|in|at|from|with|on|of|via|by)(?! (?:for|large)\b)(?=[ ,.])| ?[)\]]).{0,60}|"
    r" [^\".]{2,60}?(?: and|, and|,| &| or| in| for| of| from| at| the) ?[,.)\]|/].{0,40}|"
    r" [^\".]{2,60}?(?: and|, and| &| or| from| at| by)"
)
HOLLOW = "|".join(f"{credit}(?:{_GAP})" for credit in _CREDITS)
"""Whole blocks: a credit with a gap in it. Written for `fullmatch`, without the case."""
