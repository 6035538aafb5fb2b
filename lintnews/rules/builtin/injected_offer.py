"""The offer of a firm, set as a paragraph or sentence into an article that is not about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Document
from ...span import Span
from ..define import marked, rule
from ..fold import fold
from ..match import plain_text
from ..model import Hit, Selector, Sighting
from ._offers import CALLS, CLAIMS, LITERALS, OFFERS, REPORTS
from ._selling import selling
from ._selling_words import LITERALS as ENGLISH

_SHORTEST, _LONGEST = 30, 320
_FEWEST_WORDS = 60
# So many signs of selling need no name that is new to the article.
_NAMELESS = 6
_NAME = r"[^\W\d_a-zß-öø-ÿа-яёąćęłńóśźż][\w&'-]*"
# A name where a name may stand: within a sentence, in short quotation marks, two in a row, or with a capital inside.
_NAMED = re.compile(
    rf"(?P<quoted>\"[^\" ]+(?: [^\" ]+){{0,2}}\")|(?P<inner>(?<=[\w,] )(?P<first>{_NAME})(?: {_NAME}){{0,3}})|(?P<pair>{_NAME}(?: {_NAME}){{1,3}})|"
    rf"(?P<camel>\b[A-Z][a-zà-ÿ]+[A-Z]\w*)|(?P<subject>^{_NAME}(?=,? (?:is|ist|est|es|è|é|jest|to|-|approves|makes|offers|bietet|offre|ofrece|oferece|biedt|oferuje)\b))"
)
_AFTER = re.compile(r"(?:bei|von|mit|durch) $")
_QUOTED_SPEECH = re.compile(r"\"[^\"]*(?: [^\" ]+){3}[^\"]*\"|^\"[^\"]*\"[.!]?$")


@rule(
    "promotion/injected-offer",
    summary="Offer or boast of a firm the article is not about, as a paragraph of its own",
    message="Advertisement set into the text",
    severity="error",
    since="0.1.0",
    delete=True,
    applicability="unsafe",
    literals=tuple({*LITERALS, *ENGLISH}),
    where=Selector(blocks=("paragraph", "list-item", "quote", "cell", "heading")),
    tags=("advertising",),
    why="""
“Get 20 % off at {shop} with the code {CODE}”, “{Firm} ist der führende Anbieter von
{Waren}”: a paragraph of one or two sentences that sells, between two that report. It is
paid for, and nobody says so.

All of this must hold in a whole paragraph: it offers something for less or for nothing and
calls upon the reader, or it praises a firm twice over; it gives a name that stands nowhere
else in the article; it shares hardly a word of substance with the rest; and nothing in it
reports, such as a speaker, a date, a past tense or a quotation. In English the signs of selling
are weighed, and a sentence within a paragraph counts as well. An article that offers things
elsewhere too, such as a guide for shoppers, stays clean. English, German, French, Spanish,
Italian, Portuguese, Dutch, Polish and Russian are known.
""",
    examples=(
        marked(
            "an offer between paragraphs",
            "The council voted on the harbour road on Tuesday, and the vote was close.\n\n"
            "⟦Tired of draughty windows? Ask Glazora for a free home survey and save up to 25% today.⟧\n\n"
            "The road will be closed in May, the mayor said, and buses will take the coast instead, as they did when the old "
            "bridge fell two years ago and nobody could cross for a month. Six families asked who would pay for the longer way to school.\n",
            fixed="The council voted on the harbour road on Tuesday, and the vote was close.\n\n"
            "The road will be closed in May, the mayor said, and buses will take the coast instead, as they did when the old "
            "bridge fell two years ago and nobody could cross for a month. Six families asked who would pay for the longer way to school.\n",
        ),
        marked(
            "German, French and Spanish",
            "Der Stadtrat stimmte am Dienstag über die Hafenstraße ab, und das Ergebnis war knapp. Die Straße wird im Mai gesperrt, sagte der Bürgermeister, "
            "und die Busse fahren dann an der Küste entlang, wie damals, als die alte Brücke einstürzte und einen Monat lang niemand hinüberkam. "
            "Sechs Familien fragten, wer den längeren Schulweg bezahlt, und bekamen an diesem Abend keine Antwort darauf.\n\n"
            "⟦Sichern Sie sich jetzt bei FensterNord ein unverbindliches Beratungsgespräch und 15 Prozent Rabatt.⟧\n\n"
            "⟦Demandez votre échantillon gratuit chez MatelasNuage, la référence du sommeil.⟧\n\n"
            "⟦Colchones Nubealta es líder en descanso y la primera opción de los hoteles.⟧\n",
        ),
        marked(
            "Italian, Portuguese, Dutch, Polish and Russian",
            "Il consiglio ha votato martedì sulla strada del porto, e il voto era in bilico. La strada resterà chiusa a maggio, ha detto il sindaco, e gli autobus "
            "passeranno lungo la costa, come quando crollò il vecchio ponte e per un mese nessuno poteva attraversare. Sei famiglie hanno chiesto chi avrebbe "
            "pagato il viaggio più lungo fino alla scuola, e nessuno ha risposto.\n\n"
            "⟦Prenota oggi stesso una prova gratuita da DenteBello.⟧\n\n"
            "⟦Ganhe 10% de desconto no colchão da NuvemAlta com o código SONO10.⟧\n\n"
            "⟦Bestel vandaag nog bij LampenHal en krijg 15% korting.⟧\n\n"
            "⟦Odbierz rabat na materac w SennaChmura.⟧\n",
        ),
        marked(
            "a boast, a bait, and a sentence within a paragraph",
            "The council voted on the harbour road on Tuesday, and the vote was close.\n\n"
            "⟦Tankora Kitchens builds bespoke cupboards and comes with a twelve-year warranty, at a fraction of the usual price.⟧\n\n⟦Vets are amazed: this one simple powder ends itching overnight.⟧\n\n"
            "The road will be closed in May, the mayor said, and buses will take the coast instead, as they did when the old "
            "bridge fell two years ago and nobody could cross for a month. Six families asked who would pay for the longer way to school. ⟦Trade bitcoin with the experts at CoinBarrow, trusted by thousands of clients, and get a $20 welcome bonus.⟧\n",
        ),
        marked(
            "what names something new and sells nothing",
            "The council voted on the harbour road on Tuesday, and the vote was close.\n\n"
            "Home, for the Delmar family, is a caravan behind the brewery.\n\nBreakfast at the Heron Inn consists of kippers, toast and your own thoughts.\n\nIf you need somebody to talk to, call the Skerry Helpline free on 555 0100, 24 hours a day.\n\n"
            "The road will be closed in May, the mayor said, and buses will take the coast instead, as they did when the old "
            "bridge fell two years ago and nobody could cross for a month. Six families asked who would pay for the longer way to school.\n",
        ),
        marked(
            "the firm is the subject, and a report of an offer",
            "Glazora opens a plant in Skerry\n\nAsk Glazora for a free home survey and save up to 25% today.\n\n"
            "Glazora did not say when the plant would open, and the council has asked it to explain how many people it will hire, where they will live, who will "
            "build the road that the lorries need, and why the old plant on the mainland was closed without a word to the forty people who worked there.\n\n"
            "Tankora offers a free survey to every home on the coast, the council said.\n",
        ),
        marked(
            "advice to readers",
            "The storm took forty roofs on Tuesday, and the council has opened a desk in the town hall where those who lost theirs can ask for help. The desk is "
            "open until nine, and the mayor said that nobody would be turned away, whether they own the house or rent it, as long as they can show a photograph "
            "of the roof or bring a neighbour who has seen it.\n\n"
            "Call the council for a free inspection of the roof before the next storm.\n\n"
            "Ask your insurer for a free assessment now.\n",
        ),
    ),
)
def injected_offer(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the paragraphs and sentences, in an article that is not one itself."""
    from ...document.language import language

    text = plain_text(document)
    if language(document) == "en":
        found = selling(document, sightings, _LONGEST)
    else:
        spans = {sighting.block.span for sighting in sightings}
        short = [span for span in sorted(spans) if _SHORTEST <= span.end - span.start <= _LONGEST]
        found = {span: 0 for span in short if _sells(text[span.start : span.end].strip())}
    if not 0 < len(found) <= 4:
        return
    rest = fold(_rest(document, list(found)))
    length = len(rest.split())
    hits = [hit for span, weight in found.items() if (hit := _unrelated(span, text, rest, weight))]
    if not hits or length < _FEWEST_WORDS:
        return
    # An article that offers things elsewhere too, or speaks to its readers throughout, is a guide.
    offers, readers = len(re.findall(_ANY_OFFER, rest)), len(re.findall(r"\byou(?:r|rs|'re|'ll)?\b", rest))
    if offers <= max(1, length // 120) and readers <= max(2, length // 80):
        yield from hits


def _unrelated(span: Span, text: str, rest: str, weight: int) -> Hit | None:
    """The hit for a text that sells, if neither its name nor its words are the article's; `rest` is that, folded."""
    words = text[span.start : span.end].strip()
    names = [name for name in _names(words) if fold(name) not in rest]
    if not names and weight < _NAMELESS:
        return None
    plain = re.sub(rf"{_ANY_OFFER}|{_ANY_CLAIM}|{_ANY_CALL}", " ", fold(words))
    called = _stems(fold(" ".join(names)))
    own = _stems(plain) - called
    # A stem of six letters stands in the article if it begins one of its words.
    if any(f" {stem}" in rest for stem in called) or sum(f" {stem}" in rest for stem in own) > max(1, len(own) // 6):
        return None
    first = f"“{names[0]}” is named nowhere else in the article" if names else "promises many things at once"
    return Hit(span, (first, "shares no word of substance with the rest"))


_ANY_OFFER = rf"\b(?:{'|'.join(OFFERS.values())})(?!\w)"
_ANY_CALL = "|".join(CALLS.values())
_ANY_CLAIM = "|".join(CLAIMS.values())
# Capital letters that name nothing: the first word of a call, an article, a polite form, a word of the offer.
_NO_NAME = (
    rf"(?:{_ANY_OFFER}|{_ANY_CALL}|the|der|die|das|ein|eine|le|la|les|un|une|el|los|las|una|il|lo|gli|o|a|os|as|uma|de|het|een|for|at|with|our|"
    r"sie|ihr|ihre[nrms]?|ihnen|prozent|i|we|you|your|компания|фирма|nos|nous|vous|this|whether|if|when|every|no|not)"
)


def _sells(words: str) -> bool:
    """Whether a paragraph offers and calls, or claims twice, in one language, and reports nothing."""
    if words[-1:] not in ".!" and not words[-1:].isalnum():
        return False
    low = fold(words)
    if re.search(REPORTS, low) or _QUOTED_SPEECH.search(words):
        return False
    for language, offer in OFFERS.items():
        offers = {match[0] for match in re.finditer(rf"\b(?:{offer})(?!\w)", low)}
        claims = {match[0] for match in re.finditer(CLAIMS[language], low)}
        calls = re.search(CALLS[language], low) is not None
        if (offers and (calls or claims)) or len(claims) > 1 or (len(offers) > 1 and language != "en"):
            return True
    return False


def _names(words: str) -> list[str]:
    """What is written like a name of a firm; among German nouns only what stands where a firm does."""
    found = []
    german = re.search(r"\b(?:der|die|das|und|sie|bei|von|jetzt|ihr\w*)\b", words, re.IGNORECASE) and re.search(
        f"{CLAIMS['de']}|{OFFERS['de']}", words.lower()
    )
    for match in _NAMED.finditer(words):
        parts = [part for part in match[0].strip('"').split() if not re.fullmatch(_NO_NAME, fold(part))]
        name = " ".join(parts)
        if not parts or re.fullmatch(r"[A-Z]+\d+|[A-Z][a-z]{0,2}", name):
            continue
        placed = len(parts) > 1 or re.search(r"[a-zß-ÿ][A-ZÀ-Þ]", name) or match["quoted"] or match["subject"]
        if german and not placed and not _AFTER.search(words[: match.start()]):
            continue
        found.append(name)
    return found


def _stems(words: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[^\W\d_]{5,}", words)}


def _rest(document: Document, spans: Sequence[Span]) -> str:
    """The titles and the text in scope without `spans`."""
    text = plain_text(document)
    parts = [field.value for field in document.meta.headlines if field]
    at = document.body[0].start
    for span in sorted(spans):
        parts.append(text[at : span.start])
        at = span.end
    return " ".join((*parts, text[at : document.body[-1].end]))
