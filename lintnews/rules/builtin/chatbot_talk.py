"""Words of a chatbot to the person who asked it for the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting, Wording
from ..said import Said
from ._edgetalk import CHANGED, CHANGES, EDGE

_DOCUMENT = (
    r"(?:version|rewrite|summary|article|text|draft|translation|headlines?|titles?|paraphrase|revision|output|story|piece|post|content|outline|"
    r"json|html|markdown|copy|report|paragraphs?|take|rework|reworking|lede|standfirst|response|write-?up|breakdown|overview|suggestions?|options?|rewording|edit)"
)
_MADE = (
    r"(?:re-?written|re-?worded|re-?phrased|paraphrased|revised|polished|improved|shortened|condensed|expanded|translated|proofread|edited|updated|"
    r"humani[sz]ed|optimi[sz]ed|plagiarism[- ]free|seo[- ]\w+|requested|\d+[- ]words?|front[- ]page style|corrected|fixed|punchier|cleaner|tighter|tightened|shorter|longer|crisper|snappier|fresh|stronger|more (?:concise|engaging|neutral|formal|"
    r"professional|natural|readable|detailed)|unique)"
)
_WANTED = (
    r"(?:you(?:'ve| have)? (?:provided|requested|asked|shared|gave|sent|supplied|pasted)|in (?:html|json|markdown|plain text)|(?:html|markdown) format|"
    r"(?:with|in) an? (?:\w+[ ,]){0,3}tone|in (?:about |around )?\d+ words|re-?written|paraphrased|reworded|as requested|based on your (?:prompt|request|instructions))"
)
_OPEN = r"(?:sure(?: thing)?|certainly|of course|absolutely|okay|ok[,!.] ?|great|got it|no problem|understood|happy to help|gladly|definitely|alright|thank you for (?:sharing|providing)[^.!]{0,60})"
_HERE = r"(?:here(?:'s| is| are|'re| you go)|below (?:is|are|you'll find|you will find)|the following is|i(?:'ve| have) (?:\w+ ){0,2}(?:rewritten|written|revised|prepared|drafted|created|edited|summari[sz]ed|paraphrased))"
_ASSISTANT = (
    r"(?:(?:\w+ ){0,2}?(?:ai|a\.i\.|artificial intelligence|language|large language|machine learning|llm)(?:[- ](?:language|based|powered|text|"
    r"writing))?[- ]?(?:model|assistant|chatbot|program|system|tool))"
)
_MODEL = rf"(?:{_ASSISTANT}|ai|llm|chatbot)"
_CANNOT = r"(?:can't|cannot|can not|am unable to|am not able to|'m unable to|'m not able to|won't be able to|will not be able to|must decline to|can no longer)"
_TASK = (
    r"(?:request|prompt|inquiry|query|task|instructions?|use[- ]case polic|content polic|guidelines|with that\b|with this\b|openai|real[- ]time|article you|"
    r"text you|conversation|browse|internet|external (?:links|sites|content)|rewrite|that kind of|this type of|this kind of|copyrighted|polic(?:y|ies)|rewriting|generating|writing (?:an|this)|article|content)"
)
_CHANGE = (
    r"(?:changes?|adjust\w*|revisions?|revise|edits?|modif\w+|tweaks?|refine\w*|anything else|another version|different (?:tone|style|angle|version)|"
    r"shorter|longer|tone|further (?:assistance|help|details)|more (?:help|assistance|concise|detail)|rewrite|rewritten|re-?word\w*|re-?phrase\w*|"
    r"expand(?:ed)?|shorten(?:ed)?|version|assistance)"
)
# What it makes of a text on request.
_KIND = (
    r"(?:listicle|blurb|(?:blog|social(?: media)?|linkedin|facebook|instagram) post|thread|tweets?|caption|bullet points?|tl;?dr|newsletter|seo|meta description|"
    r"keywords|email|press release|outline|slides?|infographic|podcast|quiz|faqs?|headlines|subheadings|script|table|timeline|key takeaways|talking points)"
)
_ACT = r"(?:rewrite|turn|convert|reformat|put|condense|adjust|create|make|add|shorten|expand|write|draft|generate|turn|produce|format|tailor|refine|include|tweak|prepare|provide|continue|summari[sz]e|translate|optimi[sz]e|help)"

# A sentence that only a chatbot says to its user.
_STRONG = (
    rf"(?:[\w', -]{{0,60}}?)\b(?:as|being) an? {_ASSISTANT}\b[^.!?\"]{{0,60}}?,? (?:i|my)\b.{{0,300}}",
    r"(?:[\w', -]{0,60}?)\b(?:as|being) an? (?:ai|llm|chatbot)\b[^.!?\"]{0,60}?,? (?:i|my)\b.{0,300}",
    rf"(?:[\w', -]{{0,40}}?)\bi(?:'m| am) (?:just |only |merely )?an? {_MODEL}\b.{{0,300}}",
    rf"(?:i(?:'m| am) (?:so |very )?sorry|sorry|i apologi[sz]e(?: for [\w ]{3,30})?|apologies|my apologies|unfortunately)[,;]?(?: but)?[,]? i {_CANNOT} (?!help (?:but|\w+ing)).{{0,80}}?\b{_TASK}.{{0,200}}",
    rf"i {_CANNOT} (?:fulfil?l|complete|comply with|assist with|process|respond to|help with|answer) (?:this|that|your|the) ?(?:request|prompt|inquiry|query|task|instruction)\b.{{0,200}}",
    r"(?:based on|according to) my (?:training data|training|knowledge)\b.{0,250}",
    rf"if you(?:'d| would)? (?:need|want|like|have|require) (?:me to make )?(?:any )?(?:further |other |more )?{_CHANGE}\b.{{0,40}}, (?:please )?(?:just )?(?:feel free|let me know|don't hesitate|ask)\b.{{0,60}}",
    r"(?:please note(?: that)?,? ?|note:? ?|however,? ?|unfortunately,? ?)?(?:that )?(?:as of |based on |according to |up to |since )?my (?:last |latest )?(?:knowledge|training|training data)(?: (?:data|base))?(?: was)? ?(?:cut-?off|update[ds]?|last updated|ends|only (?:goes|extends|covers)|is (?:current|limited)|includes)\b.{0,250}",
    r"(?:[\w', -]{0,40}?)\b(?:as of|at the time of|since|until|up to) my (?:last|latest|most recent) (?:knowledge |training |data )?(?:update|cut-?off|training)\b.{0,250}",
    r"(?:[\w', -]{0,40}?)\bi (?:do not|don't) have (?:access to (?:real[- ]time|the internet|current|live|up-to-date)|the ability to (?:browse|access|verify)|real[- ]time|(?:personal )?(?:opinions|beliefs|feelings) (?:or|as|and))\b.{0,200}",
    rf"{_HERE} (?:[\w'-]+ ){{0,4}}?{_MADE},? (?:[\w'-]+ ){{0,4}}?{_DOCUMENT}\b[^.!?]{{0,120}}",
    rf"{_HERE} (?:(?:a|an|the|your|my|one|some) )?(?:[\w'-]+ ){{0,5}}?{_DOCUMENT}\b[^.!?]{{0,40}}\b{_WANTED}\b[^.!?]{{0,60}}",
    rf"{_OPEN}[,!. -]{{1,3}}{_HERE} (?:(?:a|an|the|your|my|one|some) )?(?:[\w'-]+ ){{0,6}}?{_DOCUMENT}\b[^.!?]{{0,120}}",
    rf"(?:please )?(?:feel free to (?:let me know|ask|tell me|reach out)|don't hesitate to (?:let me know|ask|tell me)|(?:just )?let me know|just (?:ask|tell me)|tell me)\b(?=.*\b(?:you|i should|i can|me to)\b).{{0,50}}?\b(?:if|whether)\b.{{0,80}}?\b{_CHANGE}\b.{{0,80}}",
    rf"(?:please )?(?:feel free|don't hesitate) to (?:ask|request|reach out)(?: me)? (?:for |if you (?:need|want|have) )?.{{0,40}}\b{_CHANGE}\b.{{0,60}}",
    r"i hope (?:this|that|it|the \w+|this \w+) (?:meets|fits|matches|satisfies|aligns with) your (?:requirements?|needs|expectations?|request|criteria|guidelines)\b.{0,60}",
    r"regenerate response|chatgpt can make mistakes.{0,60}|chatgpt may produce inaccurate.{0,80}|message chatgpt",
    rf"(?:(?:would you (?:like|prefer)|do you want|did you want|want)(?: for)? me to|(?:should|shall) i) {_ACT}\b.{{0,160}}",
    rf"(?:if you(?:'d| would)? (?:like|want|wish|prefer|need)(?: (?:it|more|me to))?,? |also, )?i can (?:also |then |now )?{_ACT}\b.{{0,60}}\b(?:version|article|headline|summary|style|tone|for you|if you'd like|section|draft|shorter|longer)\b.{{0,120}}",
    rf"(?:if you(?:'d| would)? (?:like|want|wish|prefer|need)(?: (?:me to|it|more))?,? |also, )?i can (?:also |then |now )?{_ACT}\b.{{0,60}}\b{_KIND}\b.{{0,120}}",
    r"(?:unfortunately|however|sorry|it (?:looks|seems) like)?,? ?(?:but )?(?:the|your) (?:text|article|link|content|document|file|message|excerpt|input|passage|story) (?:that )?(?:you(?:'ve| have)? (?:provided|supplied|shared|pasted|sent|gave|uploaded|included) )?(?:appears? to (?:be|have been)|seems? to (?:be|have been)|was|is|has been|got) (?:cut off|incomplete|truncated|empty|missing|too short|too long|not (?:included|attached|accessible))\b.{0,160}",
    r"(?:could|can|would|will) you (?:please |kindly )?(?:paste|share|provide|send|upload|supply|give me|attach|copy)(?: me)?(?: with)? (?:the|your|a|more|me the) (?:\w+ )?(?:(?:rest|remainder)(?: of (?:it|the \w+|your \w+))?(?=,? so (?:that )?i\b| of (?:the|your) (?:article|text|content|passage|document|story|draft))|article|text|source text|content|passage|excerpt|transcript|draft)\b.{0,200}",
    r"please (?:provide|paste|share|supply|upload|send|give)(?: me)?(?: with)? (?:the|your) (?:\w+ )?(?:article|text|content|passage|document|excerpt|transcript)(?: (?:that |which )?you(?:'d| would)? (?:like|want)| so (?:that )?i| and i(?:'ll| will)| here| below)\b.{0,160}",
    r"(?:thanks|thank you) for (?:sharing|providing|sending|pasting|uploading|supplying) (?:the|this|your|that) (?:\w+ )?(?:article|text|content|draft|link|document|transcript|passage|details|prompt|context|press release|story)\b.{0,100}",
    r"is there anything else (?:i can|you need from me|you(?:'d| would) like me to|you want me to)\b.{0,100}",
    r"(?:\(|\[)?(?:note: |disclaimer: |please note:? ?(?:that )?)?(?:this|the) (?:above |following |rewritten )?(?:article|text|content|version|story|piece|post|summary|response|rewrite) (?:has been|was|is|have been|avoids|maintains|keeps|preserves|retains) (?=.{0,160}\b(?:unique|plagiari\w+|original meaning|for seo|seo[- ]\w|search engines?|original (?:facts|content|information|tone)|your (?:request|instructions|guidelines)|human-like|ai detect\w+|copyright issues)\b)(?:\w+ ){0,3}?(?:re-?written|paraphrased|reworded|rephrased|revised|condensed|shortened|humani[sz]ed|optimi[sz]ed|generated|simplified|expanded|restructured|adapted|refined|crafted|structured|written|created|plagiarism\w*|the original|all)\b.{0,200}",
    r"i(?:'ve| have) (?:\w+ )?(?:rewritten|paraphrased|reworded|rephrased|restructured|kept|preserved|maintained|removed|changed|made sure|ensured|included|avoided|adjusted)\b.{0,80}\b(?:article|text|original (?:meaning|text|article|content)|plagiaris\w+|wording|for seo|seo[- ]\w|your request|tone)\b.{0,120}",
    rf"{_HERE} (?:a|the|your|one|another) (?:[\w-]+ ){{0,3}}(?:version|take|draft|rewrite|article|story|text|headline) (?:that|which) (?:reads|stays|keeps|is|sounds|fits|should|sticks|follows|uses|flows)\b[^\"]{{0,80}}\b(?:words|naturally|tone|facts|original|concise|formal|engaging|keywords?|shorter|longer|closer?|your|smooth\w*|better|simple|clear\w*)\b[^\"]{{0,60}}",
    rf"(?:sure thing|sure|certainly|of course|absolutely|okay|great|got it|no problem|understood|alright)[,!. -]{{1,3}}(?:here's|here is|below is|i've|i have) (?:a|the|your|one|another) (?:[\w-]+ ){{0,4}}{_DOCUMENT}\b[^\"]{{0,30}},? (?:with|keeping|based|in|that|using|without|written|following|for|as)\b[^\"]{{0,140}}",
    r"(?:\(?note:? |\(?please note:? |important:? |disclaimer:? |however,? )*(?:that )?i (?:could not|couldn't|was unable to|was not able to|wasn't able to|have not|haven't|did not|can't|cannot) (?:independently |fully )?(?:verify|confirm|check|fact-check|find a source for)\b[^\"]{0,100}\b(?:you may (?:want|wish)|you might|please|double-check|before publi\w+|you should|recommend)\b[^\"]{0,120}",
    r"(?:please |be sure to |make sure to |remember to )(?:verify|double-check|check|confirm|review|fact-check)\b[^\"]{0,100}\bbefore (?:publi\w+|posting|going live|using this|you publish)\b[^\"]{0,60}",
    r"(?:okay|ok|alright|hmm|so|now|well|first|thinking)?[,.…]{0,3} ?(?:so )?the user (?:wants|asked|has asked|is asking|would like|requested|has requested|needs|provided|has provided|gave|also wants|said)\b[^\"]{0,120}\b(?:me to|article|rewrite|text|story|summary|draft|tone|words|version|headline|post|keywords?)\b[^\"]{0,160}",
    r"in case (?:you need (?:it|them|more)|it(?:'s| is) (?:useful|helpful)|you(?:'d| would) like),? i can (?:also )?[^\"]{3,160}",
    r"i (?:can't|cannot|can not|am unable to|'m unable to) (?:browse|access|open|search) (?:the (?:web|internet|link|url|page|article)|links|urls|websites)\b[^\"]{0,120}",
    r"i (?:do not|don't) have (?:any )?(?:information|data|knowledge|details) (?:about|on|of|for) (?:events |anything |developments )?(?:after|beyond|past|since) (?:\w+ )?\d{4}\b[^\"]{0,80}",
    r"(?:i(?:'d| would) be (?:glad|happy) to help(?:,| but| with)[^\"]{0,40}|to (?:write|draft|complete|finish|rewrite) (?:this|the|your) (?:article|story|text|draft|piece),? )i(?:'ll| will)? need\b[^\"]{2,120}",
    r"(?:that's |what )?(?:an? )?(?:really |very )?(?:great|good|excellent|fantastic|interesting|thoughtful|fascinating|important) (?:question|topic|idea|prompt|request|choice|point)[!.,: -]{1,3}(?:let's|let us|let me|here's|here is|here are|i'll|i can|i'd|to answer|in short|the short answer)\b[^\"]{2,160}",
    r"(?:here are|here's|here is|below are) (?:(?:\d+|two|three|four|five|six|ten|some|a few|several|a couple of|the) )?(?:[\w-]+ ){0,3}(?:headlines?|titles?|versions?|options|suggestions|takeaways|summaries|drafts|variations|rewrites|subject lines|captions|tags|keywords|hashtags|ledes?|intros)\b[^\"]{0,40}\b(?:you (?:could|can|might|may|asked|requested|wanted)|to choose from|for (?:the|your) (?:article|story|piece|post)|for you)\b[^\"]{0,80}",
    r"(?:here's|here is) (?:a|another|your|the) (?:version|draft|take|rewrite|edit|pass) that(?:'s| is)\b[^\"]{2,100}",
    r"(?:[\w -]{3,40} )?(?:the|your) (?:article|text|content|draft|story|piece|document|transcript|passage|notes|information|excerpt) (?:that )?you(?:'ve| have)? (?:provided|pasted|shared|supplied|uploaded|submitted|gave me|attached|sent me)\b[^\"]{0,80}",
    r"i(?:'m| am)? (?:apologi[sz]e|sorry|afraid),? (?:but )?i (?:can't|cannot|can not|won't|am unable to|'m unable to|am not able to) (?:write|generate|create|produce|provide|discuss|comment|complete|continue|rewrite|summari[sz]e|translate)\b[^\"]{2,140}",
    r"once you (?:share|provide|paste|send|upload|give me)\b[^\"]{2,80}, i(?:'ll| will| can)\b[^\"]{2,100}",
    # German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian
    r"(?:[\w', -]{0,40}?)\b(?:als (?:eine? )?(?:ki|künstliche intelligenz|(?:ki-|großes )?sprachmodell|ki-(?:modell|assistent|chatbot))|als (?:een )?(?:ai-)?taalmodel|en tant qu(?:e |')(?:grand )?(?:modèle (?:de langage|linguistique)|ia|intelligence artificielle|assistant ia)|como (?:un )?(?:gran )?modelo de (?:lenguaje|linguagem|idioma)|come (?:un )?modello (?:linguistico|di linguaggio)|como (?:um )?modelo de linguagem|jako (?:duży )?model językowy|как (?:большая )?языковая модель)\b.{0,300}",
    r"(?:\w+[,!]? ?!? )?(?:hier ist (?:die|eine|der|ein|dein|ihr)|voici (?:une?|la|le|l'|votre)|aquí (?:tienes|está|tiene) (?:la|una|el|un|tu|su)|ecco (?:la|una|il|un)|aqui está (?:a|uma|o|um)|hier is (?:de|een|het)|oto|вот) ?(?:[\w'-]+ ){0,3}?(?:überarbeitete|umgeschriebene|neu formulierte|umformulierte|gekürzte|réécrite?|reformulée?|révisée?|reescrit[ao]|revisad[ao]|reformulad[ao]|riscritt[ao]|rivist[ao]|riformulat[ao]|herschreven|aangepaste|ingekorte|przeredagowan[ay]|przepisan[ay]|poprawion[ay]|переписанн\w+|переработанн\w+|отредактированн\w+)\b[^.!?]{0,120}",
    r"(?:lass(?:en sie)? (?:es )?mich wissen, (?:wenn|ob|falls)|laat (?:het )?me weten (?:of|als)|n'hésitez pas à me (?:dire|faire savoir) si|dites-moi si|avísame si|hazme saber si|fammi sapere se|(?:me )?avise(?:-me)? se|deixe-me saber se|daj (?:mi )?znać, (?:jeśli|czy)|дайте (?:мне )?знать, если)\b.{0,140}\b(?:änder\w+|anpass\w+|version|fassung|aanpass\w+|wijzig\w+|versie|modifi\w+|changement\w*|ajust\w+|cambi\w+|modific\w+|versi[óo]n|versione|alter\w+|mudan\w+|versão|zmian\w*|zmieni\w*|poprawk\w*|wersj\w*|измен\w+|правк\w+|верси\w+)\b.{0,60}",
    r"(?:möchtest du|möchten sie|willst du|soll ich|wil je|zal ik|souhaitez-vous|voulez-vous|veux-tu|quieres|te gustaría|¿?(?:quieres|te gustaría|desea)|vuoi|desidera|gostaria|quer|czy chcesz|хотите),? (?:dass ich |dat ik |que je |que j'|que eu |que |che |żebym |чтобы я |noch |auch |nog |ook )?.{0,60}\b(?:artikel|text|version|fassung|überschrift|tekst|versie|article|texte|titre|artículo|texto|versión|título|articolo|testo|versione|titolo|artigo|versão|artykuł|wersj\w*|текст|стать\w+|верси\w+)\b.{0,60}",
    r"(?:es tut mir leid|tut mir leid|entschuldigung|het spijt me|je suis désolée?|désolée?|lo siento|mi dispiace|sinto muito|desculpe|przepraszam|przykro mi|извините|к сожалению)[,;]? ?(?:aber |maar |mais |pero |ma |mas |ale |но )?.{0,60}\b(?:anfrage|aanvraag|verzoek|demande|requête|solicitud|petición|richiesta|solicitação|pedido|prośb\w+|żądani\w+|запрос\w*)\b.{0,160}",
)  # fmt: skip
# What it says besides, and what people say too.
_WEAK = (
    r"i hope (?:this|that|it|these|you find|the)\b.{0,90}",
    rf"{_OPEN}",
    r"(?:(?:that's an? |what an? )?(?:great|good|excellent|fantastic|interesting|thoughtful) (?:question|topic|idea|prompt|request|choice))",
    r"let(?:'s| us) (?:break (?:this|it|that) down|dive (?:right )?in(?:to it)?|get started|take a closer look|unpack (?:this|that|it)|begin)\b.{0,40}",
    r"(?:here(?:'s| is)|below is) my (?:summary|rewrite|version|draft|attempt|rewritten \w+|translation|paraphrase|suggestion)\b.{0,60}",
    r"(?:gerne|natürlich|klar|selbstverständlich|bien sûr|bien entendu|avec plaisir|¡?claro(?: que sí)?|por supuesto|certo|certamente|volentieri|com certeza|graag|natuurlijk|"
    r"oczywiście|jasne|конечно|хорошо)",
    r"(?:[\w', -]{0,20}?)\b(?:ich hoffe, (?:das|dies) hilft|j'espère que cela (?:vous|t')? ?aide|espero que (?:esto|isso|esta versión)(?: (?:te|le|lhe))? (?:ayude|ajude|sea útil|seja útil)|spero che (?:questo|ciò)(?: ti)? (?:aiuti|sia (?:utile|d'aiuto))|ik hoop dat dit helpt|mam nadzieję, że to pomoże|надеюсь, это поможет)\b.{0,80}",
    r"(?:please )?(?:feel free|don't hesitate|let me know)\b.{0,120}",
    r"(?:i(?:'m| am) )?(?:happy|glad|here) to help\b.{0,60}",
)
# Pictures behind the last word.
_SMILES = " .!?😀😃😄😊🙂😉👍🎉✨🚀✅📝🙌❤️"
_SUBJECT = r"(?i)\b(?:chatbots?|chatgpt|language models?|ai-generated|generative ai|artificial intelligence|sprachmodell\w*|künstliche\w* intelligenz|intelligence artificielle|inteligencia artificial|intelligenza artificiale)\b"


@rule(
    "machine/chatbot-talk",
    summary="Words of a chatbot to the person who asked it for the text",
    message="A chatbot speaks to its user here",
    severity="error",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    where=Selector(blocks=("paragraph", "heading", "list-item", "caption", "cell")),
    wordings=(
        Wording("strong", "|".join(_STRONG), "sentence"),
        Wording("edge", "|".join(EDGE), "sentence"),
        Wording("changes", "|".join(CHANGES)),
    ),
    tags=("machine",),
    why="""
Offers, refusals and remarks about itself that a chatbot puts around the text it was asked
for: “Certainly! Here is …”, “Would you like me to …?”. In print they show that nobody read
the text.

A whole sentence must be of that kind and stand outside of quotation marks: reports about
such slips quote them. In an article that speaks of chatbots it is a warning. “I hope this
helps” alone is said by people too and counts only beside a surer sentence.
""",
    examples=(
        marked(
            "before and after the text",
            "⟦Certainly! Here’s a rewritten version of the article:⟧\n\nThe vote was close.\n\n"
            "⟦I hope this helps! Let me know if you’d like any changes.⟧\n",
            fixed="The vote was close.\n",
        ),
        marked(
            "about itself",
            "The vote was close. ⟦As an AI language model, I cannot predict the result.⟧ It will be read on Friday.\n\n"
            "⟦My knowledge cutoff is June 2023, so later votes are missing.⟧\n\n"
            "⟦I’m sorry, but I can’t assist with that request.⟧\n",
        ),
        marked(
            "offers and notes",
            "⟦Would you like me to add a shorter headline?⟧\n\n"
            "⟦Note: This text has been reworded so that it is unique and free of plagiarism.⟧\n\n"
            "⟦If you want, I can also create a version in front-page style.⟧\n",
        ),
        marked(
            "about the text it was given",
            "⟦Thank you for providing the draft. Here is my summary:⟧\n\nThe vote was close.\n\n⟦The text you pasted seems to be incomplete. "
            "Can you share the rest of the text?⟧\n\n⟦If you like, I can turn this into a thread of five tweets.⟧\n",
        ),
        marked(
            "offers, thoughts and changes at the edges",
            "⟦Sure — here’s a crisper take, with all of your keywords.⟧\n\nThe vote was close.\n\nNobody wanted to count again.\n\n"
            "⟦I’ve kept the quotes and tightened the lead.⟧\n\n⟦Summary of edits:⟧\n\n- ⟦Moved the vote up⟧\n\n- ⟦Dropped two adverbs⟧\n",
        ),
        marked(
            "a thought, a caveat",
            "⟦The user would like a short text about the vote. I should open with the numbers and keep a calm tone.⟧\n\nThe vote was close. "
            "⟦(Note: I couldn’t confirm the figures, so please check them.)⟧\n\nIt rained.\n\n⟦Want a longer version?⟧\n",
        ),
        marked(
            "praise and what comes of it",
            "The vote was close.\n\n⟦What a great topic! Let’s look at why the dairy counts.⟧\n\nIt rained. Good question, he said, and sat down.\n",
        ),
        marked(
            "what people say at the edges",
            "The user wants a ferry, not a plan.\n\nThe changes made the dairy famous.\n\nI hope this helps the band, and let me know how it went.\n\n"
            "Do you want this ferry or not?\n\nI need to keep the names secret.\n\nChanges made: none.",
        ),
        marked(
            "other languages",
            "⟦Als KI-Sprachmodell kann ich keine Prognosen abgeben.⟧\n\n⟦Voici une version réécrite de l’article :⟧\n\n"
            "⟦¡Claro! Aquí tienes la versión reescrita:⟧\n\n⟦Fammi sapere se vuoi altre modifiche.⟧\n\n⟦Как языковая модель, я не могу знать итогов.⟧\n",
        ),
        marked(
            "reports about it stay clean",
            "The filing opened with the words “As an AI language model, I cannot give advice”. “I hope this helps! Let me know if "
            "you need changes,” it ended.\n\nHere is a summary of the report: nobody was hurt. I’m sorry, but I cannot help "
            "thinking of the ferry.\n\nThank you for sharing your memories with us. Could you send the rest by post? Great question.\n\nI hope this helps, and let me know how it went.\n\nHere is the statement in full:",
        ),
    ),
)
def chatbot_talk(document: Document, sightings: Sequence[Sighting], said: Said) -> Iterator[Hit]:
    """Find runs of such sentences of which at least one is sure."""
    from ...document.sentences import sentences

    text = plain_text(document)
    hits: list[Hit] = []
    for block in said.blocks:
        edge = block in (*document.body[:3], *document.body[-4:])
        if said.whole("changes", block, text[block.start : block.end].strip(" *:#")):
            hits += _changes(document, text, document.body.index(block))
            continue
        run: list[Span] = []
        sure = opener = False
        for span in (*sentences(document, block), None):
            if span is not None and not re.search(r"\w", text[span.start : span.end]):
                continue  # a picture of a smile
            kind = 0 if span is None else _kind(text[span.start : span.end], block, said, edge)
            if (
                span is not None
                and opener
                and kind < 2
                and _kind(text[run[-1].start : span.end], block, said, edge) == 2
            ):
                kind = 2  # “Sure! Here is a summary of the text:” is two sentences, of which neither is sure alone
            opener = kind == 1
            if span is not None and kind:
                run.append(span)
                sure = sure or kind == 2
                continue
            if run and sure:
                hits.append(Hit(Span(run[0].start, run[-1].end)))
            run, sure = [], False
    rest = document.text
    for hit in sorted(hits, key=lambda hit: hit.span, reverse=True):
        rest = rest[: hit.span.start] + rest[hit.span.end :]
    about = bool(hits) and re.search(_SUBJECT, rest) is not None
    yield from (hit._replace(severity="warning") if about else hit for hit in hits)


def _changes(document: Document, text: str, place: int) -> list[Hit]:
    """The label over a list of changes and its items, if it has any."""
    found = [Hit(document.body[place].span)]
    for block in document.body[place + 1 :]:
        if block.end - block.start > 180 or re.fullmatch(CHANGED, text[block.start : block.end].rstrip(".")) is None:
            break
        found.append(Hit(block.span))
    return found if len(found) > 1 else []


def _kind(sentence: str, block: Block, said: Said, edge: bool) -> int:
    """2 for a sentence that only a chatbot says, 1 for one that it says too, 0 for any other."""
    bare = sentence.strip(" .!?:()[]*_-#…—").rstrip(_SMILES)
    if len(bare) > 420 or '"' in bare:
        return 0
    if said.whole("strong", block, bare) or (edge and said.whole("edge", block, bare)):
        return 2
    return int(any(re.fullmatch(pattern, bare, re.IGNORECASE) for pattern in _WEAK))
