"""How a sales pitch reads: its opening, what it promises, to whom, and what it never says."""

from __future__ import annotations

# How a pitch opens, beside the name of the thing itself.
OPENING = (
    r"(?:discover|try|upgrade|grab|shop|book|experience|trust|save|choose|enjoy|order|treat|transform|meet|explore|switch|boost|protect|"
    r"find|visit|browse|unlock|elevate|pamper|refresh|simplify|secure|build|power|turn|bring|let|make|give|get|start|keep|say goodbye|"
    r"looking for|need|want|tired of|ready to|whether you|with|for|from|at|every|no one|nobody|nothing|why|when|thanks to|if you)\b"
)
# What it promises. Each of these counts once.
BENEFIT = (
    r"comfort\w*|effortless\w*|seamless\w*|peace of mind|affordabl\w+|durab\w+|(?:long-)?lasting|reliab\w+|hassle[- ]free|easier|faster|brighter|"
    r"healthier|smoother|smarter|stronger|safer|cleaner|cheaper|quality|premium|perfect\w*|ideal|exclusive|authentic|timeless|sleek|stylish|smart|"
    r"innovative|precision|(?:high|low|ultra|super)-\w+|\w+-(?:proof|resistant|grade|friendly|free|stitched|quality|rated|ready|range|based|to-use|"
    r"backed|certified|speed|duty|edge|level|loading|saving|efficient|crafted|made|tested)|warrant\w+|guarantee\w*|trial|financing|transparent|pricing|"
    r"free (?:\w+ )?(?:inspections?|installation|shipping|delivery|trial|quotes?|consultations?|samples?|returns|estimates?|setup|credits)|flexible|"
    r"discounts?|savings?|satisf\w+|tailored|engineered|crafted|handmade|hand-\w+|designed (?:for|to|with)|built (?:for|to|with)|made (?:for|to)|"
    r"backed by|loved by|trusted?|best|leading|outlast|luxur\w+|organic|vegan|eco-friendly|sustainabl\w+|inviting|dream|feel the difference|"
    r"round-the-clock|24/7|secure|powerful|award-winning|fanless|cooling|built-in|cutting|affordable|effective|versatile|lightweight|ergonomic|"
    r"customi[sz]able|personali[sz]ed|painless|breathable|silent|compact|rugged|robust|fast installation|at the touch of a button|deliver\w*|"
    r"expert\w*|unbeatable|unforgettable|delicious|gourmet|refreshing|gentle|soothing|nourish\w*|energy-\w+|instant\w*|automated|real-time|"
    r"one-stop|full range|wide range|wide selection|choice of|fits? (?:any|every)|any (?:room|home|budget|occasion|season|size)|"
    r"every (?:room|budget|need|step|climb|purchase|bite|home|season|day|occasion|trip|size|drive|meal)"
)
AUDIENCE = (
    r"you(?:'ll|r|rself)?|homeowners?|commuters|gardeners|customers|families|parents|teams|businesses|professionals|clients|buyers|users|"
    r"growers|retailers|manufacturers|engineers|contractors|travell?ers|athletes|runners|students|startups|managers|patients|shoppers|drivers|"
    r"installers|operators|homes|offices|factories|workplaces|plants|warehouses|worldwide|nationwide|across the (?:region|country|globe)|"
    r"online stores|data centers|refineries|home|kitchen|living room|bathroom|garden|wardrobe|skin|solutions?|products?|services|software|"
    r"machines?|equipment|brands?|collection|range|plans?|packages?|options|rates|quote"
)
VERB = (
    r"\b(?:crafts?|keeps?|helps?|lets?|gives?|brings?|makes?|offers?|provides?|delivers?|supplies|supply|manufactures?|designs?|builds?|features?|"
    r"combines?|transforms?|protects?|supports?|sells?|creates?|produces?|serves?|has|have|are|is|turns?|powers?|blends?|fits?|"
    r"cuts?|speeds?|simplif(?:y|ies)|guarantees?|ensures?|specializ\w+|specialis\w+|stocks?|ships?|carries|raises?|elevates?|"
    r"handles?|equips?|connects?|streamlines?|boosts?|reduces?|removes?|enjoy|choose|cut|close|contact|request|discover|upgrade|book|beats?)\b"
)
REPORTS = frozenset(
    (
        "said says told added according announced reported wrote asked argued he she his her him i we our my they yesterday today's last ago "
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november "
        "december was were had did been would could might may but however although because police minister court president government "
        "council party million billion percent not can't don't n't"
    ).split()
)
COMMON = frozenset(
    (
        "that this with from they their have been will more most also such than then when which where into over under about after before "
        "between other some many much very just only same each every these those what while both like make made year time people work works "
        "working across through using used first high company market need needs take help life long next great well know without within during "
        "still even back down want come around today good look part week month days hours thousands hundreds against"
    ).split()
)
CUES = tuple(
    (
        "comfort effortless seamless affordab durab lasting hassle easier faster brighter healthier smoother smarter quality premium perfect "
        "ideal exclusive authentic timeless sleek stylish innovative precision -proof -resistant -friendly warrant guarantee financing pricing "
        "discount tailored engineered crafted designed luxur organic vegan dream award-winning versatile lightweight ergonomic painless "
        "breathable silent rugged robust unbeatable delicious homeowners commuters customers businesses shoppers worldwide nationwide "
        "solutions upgrade discover features combine flexible high- reliab secure smart deliver trust built backed loved"
    ).split()
)
PLAIN = frozenset(
    (
        "here here's there there's this these those that it it's its our your their the a an and but so or in on as by to of when how what who "
        "where while after before since then now also even just only some many most all each both more another such one two three first next "
        "finally once still yes no not if is are do does can let's that's what's people everyone anyone someone home homes"
    ).split()
)
"""Words that begin a sentence and name nothing."""
