"""What a chatbot says before and after a text that people say, too: counted only at its edges."""

from __future__ import annotations

_CRAFT = (
    r"(?:articles?|headlines?|lead|lede|paragraphs?|wording|tone|rewrite|draft|key facts|key points|summary|names and dates|instructions|prompt|style|structure|quotes|sentences|outline|"
    r"readability|flow|keywords?|seo|word (?:count|limit)|\d+[- ]words?|standfirst|meta description|teaser|version|copyrighted|plagiarism|piece|passive voice|active voice|source names|more engaging|transitions|wordy|neutral)"
)
_WORK = r"(?:write|rewrite|draft|add|continue|prepare|include|create|proceed|shorten|expand|translate|adjust|tweak|revise|refine|rework|edit|rephrase|reword|format|polish|trim|suggest|generate|produce|summari[sz]e|craft|structure|outline|identify)"
_DONE = r"(?:kept|left|avoided|preserved|changed|shortened|tightened|removed|added|cut|tried to keep|made|used|followed|focused|included|omitted|replaced|trimmed|restructured|rewritten|rewrote|reworded|rephrased|maintained|simplified|stuck to|split|clarified|corrected|fixed|adjusted|limited|optimi[sz]ed)"
# Sentences; each must fit as a whole, in one of the first two or last four blocks.
EDGE = (
    r"note:? i(?:'ve| have)? (?:removed|left out|omitted|added|changed|kept|shortened|reworded|replaced|avoided|used|assumed|included)\b[^\"]{3,160}",
    rf"as requested,? [^\"]{{3,60}}\b(?:{_CRAFT}|tone)\b[^\"]{{0,100}}",
    rf"(?:i|i've|i have) {_DONE}\b[^\"]{{0,100}}\b{_CRAFT}\b[^\"]{{0,100}}",
    rf"(?:first|now|okay|so),? (?:i|we) (?:need to|have to|should|will) (?:{_WORK}|begin|start|keep|mention|avoid|make sure|cover)\b[^\"]{{0,120}}\b(?:{_CRAFT}|numbers|the user|in ap style)\b[^\"]{{0,100}}",
    rf"(?:i|we) (?:need to|have to|should|must|will) (?:{_WORK}|begin with|start with|keep|mention|avoid|make sure|cover|lead with|open with)\b[^\"]{{0,120}}\b(?:{_CRAFT}|numbers|the user|in ap style)\b[^\"]{{0,100}}",
    rf"(?:okay|ok|alright|all right|now|so|first|hmm)?,? ?let me (?:think about|start|begin|put|try|check|{_WORK})\b[^\"]{{0,80}}\b(?:{_CRAFT}|ap style|story|user|text)\b[^\"]{{0,80}}",
    r"(?:(?:do you|would you|did you) )?(?:want|need|prefer|like|fancy)(?: to see| me to| a| an| it| this| one)?\b[^\"?]{0,50}\b(?:version|tone|formal|shorter|longer|headline|linkedin|meta description|social media|different angle|in (?:french|spanish|german|hindi|arabic|italian|portuguese)|another (?:one|draft|angle))\b[^\"?]{0,60}",
    rf"(?:should|shall) i (?:also |now )?{_WORK}\b[^\"]{{0,120}}",
    r"(?:is|was) (?:this|that) what you (?:had in mind|wanted|were looking for|need(?:ed)?|asked for)|does (?:this|that) work(?: for you)?|how does (?:this|that) (?:sound|look)(?: to you)?|what do you think of (?:this|the) (?:version|draft|rewrite|headline)",
    r"let me know (?:how you(?:'d| would) like|which (?:headline|version|option|one|title|tone)|what you(?:'d| would)? (?:think|like|prefer)|if you(?:'d| would)? (?:need|want|like|prefer|have)|if (?:this|that|it|anything) (?:works|looks|needs|should|fits|helps)|when you(?:'re| are) ready|your thoughts)\b[^\"]{0,120}",
    rf"(?:i(?:'m| am|'d be| would be) )?(?:always )?(?:happy|glad) to (?:{_WORK}|make|change|help|try|do|take another)\b[^\"]{{0,80}}",
    r"feel free to (?:edit|adjust|copy|tweak|adapt|modify|customi[sz]e|make (?:any )?(?:changes|edits))\b[^\"]{0,80}",
    r"you can (?:now |then )?(?:copy|paste|use|adapt|edit|publish)\b[^\"]{0,60}\b(?:article|text|draft|paste|cms|directly|as is|version|template)\b[^\"]{0,60}",
    r"just (?:say the word|let me know|tell me|ask|give me)\b[^\"]{0,100}",
    r"(?:i )?hope (?:this|that|it) (?:helps?|works|is what you|meets|fits|was helpful|is helpful|is useful)(?: (?:for you|you|you out|with your \w{3,14}|your \w{3,14}))?",
    r"(?:this|the) (?:draft|version|rewrite|revision|article|text|piece|copy|edit|summary|story) (?:sticks|stays|keeps|preserves|maintains|retains|follows|avoids|uses|focuses|incorporates|meets|includes|improves|reads|should|aims|is written)\b[^\"]{0,160}\b(?:facts you|you (?:supplied|provided|gave|shared|asked|requested)|original (?:meaning|facts|message|intent)|key (?:facts|points|information|details)|word (?:limit|count)|readability|the flow|keywords?|seo|search engines?|your (?:brief|notes|limit|request|guidelines|audience|\d+-word))\b[^\"]{0,120}",
    r"i(?:'m| am) (?:sorry,? (?:but )?i (?:can't|cannot|am unable to|won't)|unable to|not able to) (?:help|assist|continue|do that|comply|complete|create|generate|write)(?: with)?(?: (?:that|this|it|further|any further|this request))?",
    r"(?:apologies|sorry|my apologies|i apologi[sz]e) for (?:the|any|that) (?:confusion|oversight|mistake|error|misunderstanding|mix-up)",
    r"(?:voil[aà]!? )?(?:your|the) (?:article|draft|rewrite|summary|text|story) is (?:ready|done|complete|below|now ready)\b[^\"]{0,40}",
    r"(?:got it|understood|noted|sure|okay|certainly|alright)[.,!]? i(?:'ll| will) (?:keep|write|make|use|avoid|focus|rewrite|start|stick|draft)\b[^\"]{0,100}",
    r"thinking(?: process| aloud| out loud)?|(?:reasoning|thought process|analysis of the (?:prompt|request)|thought for \d+ seconds?|reasoned for \d+ seconds?)",
)
# Labels over a list of what was done; the items go with them.
CHANGES = (
    r"(?:here's |here is )?what (?:i|has|was|i've|i have) changed(?: and why)?(?: in this (?:version|draft|rewrite))?(?: ?[:.-].{0,80})?",
    r"(?:key |main |summary of |list of |notes on |here are the |the )?(?:the )?(?:changes|edits|revisions|improvements|adjustments|modifications|tweaks)(?: i(?:'ve| have)?)?(?: made| explained)?(?: and why| in this (?:version|draft|rewrite))?(?: ?[:.-].{0,80})?",
)
# How such an item begins.
CHANGED = r"(?i)[-*• ]*(?:\w{3,}ed|kept|cut|made|left|rewrote|split|put|gave|broke|took|swapped|no longer|more|fewer|clearer|shorter|stronger|tighter)\b.{0,160}"
