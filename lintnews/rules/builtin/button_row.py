"""Rows of buttons and labels, each of which is an ordinary word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..match import folded_text
from ..model import Hit, Selector, Sighting

# Words that say, in a row, that it is one of buttons.
_SURE = frozenset(
    "share|tweet|retweet|pin it|copy link|reply|log in|login|sign in|sign up|sign in / register|subscribe|subscribe now|register|log out|"
    "comments|comment|like|like this|unlike|print|print this|email|e-mail|e-mail this|bookmark|save article|save|follow|unfollow|follow us|read more|read more »|"
    "load more|show more|see more|view more|show less|read less|view all|see all|show all|continue reading|advertisement|close|dismiss|"
    "menu|search|skip|toggle|share article|link|feedback|loading|submit|cancel|accept|accept all|reject all|decline|got it|no thanks|i agree|i accept|i disagree|more options|manage options|reject|agree|"
    "post comment|post a comment|leave a comment|leave a reply|add comment|related|related articles|trending|most popular|most read|newsletter|newsletters|sign up now|"
    "play|pause|mute|unmute|fullscreen|replay|autoplay|settings|captions|subtitles|expand|collapse|back|next|previous|prev|back to top|"
    "flag|report|edit|delete|hide|upvote|downvote|get the app|download app|open app|donate|buy now|shop now|add to cart|click here|learn more|"
    "teilen|drucken|kommentieren|antworten|anmelden|abmelden|registrieren|abonnieren|jetzt abonnieren|jetzt anmelden|schließen|schliessen|merken|speichern|weiterlesen|mehr lesen|"
    "mehr anzeigen|alle anzeigen|mehr laden|weniger anzeigen|kommentare|kommentar schreiben|suche|suchen|menü|abbrechen|bestätigen|zurück|weiter|vorlesen|anhören|folgen|empfehlen|feedback|"
    "e-mail|link kopieren|einstellungen|akzeptieren|ablehnen|ich stimme zu|zustimmen|mehr optionen|auch interessant|kopieren|"
    "partager|imprimer|commenter|commentaires|répondre|s'abonner|se connecter|s'inscrire|connexion|fermer|rechercher|lire la suite|voir plus|afficher plus|suivant|précédent|enregistrer|suivre|écouter|j'accepte|je refuse|plus d'options|"
    "compartir|imprimir|comentar|comentarios|responder|suscribirse|suscríbete|iniciar sesión|regístrate|cerrar|buscar|leer más|ver más|siguiente|anterior|guardar|seguir|escuchar|acepto|más opciones|más información|"
    "condividi|stampa|commenta|commenti|rispondi|abbonati|accedi|registrati|chiudi|cerca|leggi tutto|leggi di più|successivo|precedente|salva|segui|ascolta|accetto|rifiuto|più opzioni|maggiori informazioni|"
    "compartilhar|compartilhe|partilhar|imprimir|comentários|assine|entrar|cadastre-se|fechar|buscar|pesquisar|ler mais|próximo|salvar|seguir|ouvir|aceito|concordo|mais opções|mais informações|"
    "delen|deel|printen|reageren|reacties|beantwoorden|abonneren|inloggen|registreren|sluiten|zoeken|lees meer|lees verder|volgende|vorige|opslaan|volgen|ik ga akkoord|akkoord|meer opties|meer informatie|"
    "udostępnij|drukuj|komentarze|komentuj|skomentuj|odpowiedz|subskrybuj|zaloguj się|zarejestruj się|zamknij|szukaj|czytaj więcej|czytaj dalej|następny|poprzedni|zapisz|obserwuj|zgadzam się|akceptuję|więcej opcji|"
    "поделиться|распечатать|комментарии|комментировать|ответить|подписаться|войти|регистрация|закрыть|поиск|читать далее|подробнее|далее|назад|сохранить|принимаю|согласен|"
    "dela|skriv ut|kommentera|logga in|prenumerera|stäng|läs mer|nästa|del|kommenter|logg inn|abonner|lukk|les mer|vis mer|neste|log ind|luk|læs mere|næste|jaa|tulosta|kirjaudu|sulje|lue lisää|seuraava|"
    "paylaş|yazdır|giriş yap|kapat|devamını oku|sdílet|tisk|přihlásit se|zavřít|شارك|التالي|السابق|공유|댓글|닫기|로그인|分享|评论|登录|关闭|シェア|コメント|閉じる|ログイン".split(
        "|"
    )
)
# Words that are part of such a row but could also be a list of their own.
_WEAK = frozenset(
    "facebook|twitter|x|instagram|whatsapp|linkedin|pinterest|reddit|telegram|youtube|tiktok|tumblr|flipboard|messenger|threads|bluesky|mastodon|xing|pocket|rss|sms|google news|apple news|"
    "home|news|video|videos|photos|photo|gallery|galleries|live|more|topics|tags|tag|author|latest|popular|top stories|opinion|sports|sport|business|world|politics|entertainment|"
    "ok|yes|no|or|x|by|new|up|down|all|updated|published|account|my account|profile|help|about|about us|contact|contact us|privacy|privacy policy|terms|terms of use|terms of service|cookie policy|"
    "email address|e-mail address|password|username|name|first name|last name|website|your name|your email|zip code|required|oldest|newest|best|sort by|"
    "correo|correo electrónico|courriel|mail|вконтакте|вк|одноклассники|телеграм|ватсап|viber|skype|line|"
    "startseite|themen|mehr|impressum|datenschutz|datenschutzerklärung|agb|kontakt|oder|von|video|audio|bilder|ok|ja|nein|newsletter|live|"
    "accueil|plus|vidéo|vidéos|photos|contact|mentions légales|inicio|más|vídeo|contacto|aviso legal|home|altro|contatti|mais|contato|meer|contact|strona główna|więcej|kontakt|главная|ещё|еще|видео|фото|"
    "0|1|2|3|4|5|6|7|8|9|10".split("|")
)
_COUNTED = r"(?:\d{1,4}|\d[\d.,]*[km]) (?:shares?|comments?|likes?|replies|views?)|(?:comments?|shares?|kommentare|commentaires|comentarios) ?\(?\d{1,4}\)?|page \d+ of \d+"
# What other rules report: here it only proves that its neighbours are no text.
_ELSEWHERE = (
    r"tweet|retweet|pin it|copy link|like loading|like this|(?:click to )?(?:share|tweet|pin|e-?mail|print)(?: this)? (?:on|to|via|this|by|with|article|story|post).{0,50}|share this|"
    r"(?:previous|next|older|newer) (?:post|article|story|page)s?|post navigation|back to top|skip to .{3,30}|search for|leave a (?:reply|comment).{0,30}|cancel reply|post comment|"
    r"be the first to comment|required fields.{0,30}|your email address will not.{0,60}|notify me of.{0,50}|save my name.{0,90}|name \* email.{0,20}|\d{1,4} comments?|comments are closed|no comments(?: yet)?|"
    r"related (?:posts|articles|stories)|you may also like|recommended for you|trending now|read (?:more|next|also):? .{10,150}|filed under.{0,60}|posted in .{2,60}|tags: .{2,100}|"
    r"listen to this article|0:00 / \d+:\d\d|play video|video player is loading|accept all cookies|(?:manage )?cookie (?:settings|preferences)|(?:- )?advertisements?(?: -| \d{1,2})?|(?:story|article) continues below.{0,20}|article content|loading|"
    r"(?:artikel|beitrag) teilen|auf (?:facebook|twitter|whatsapp) teilen|teilen mit|mehr zum thema|das könnte sie auch interessieren|zum inhalt springen|artikel anhören|link kopieren|"
    r"you (?:must|need to) be .{5,80}|join the (?:conversation|discussion)|there was an error.{0,90}|something went wrong.{0,40}|thanks for signing up|(?:enter |your )*e-?mail address(?: \\(required\\))?|"
    r"by (?:signing up|submitting|providing|clicking|subscribing).{5,250}|privacy notice: .{5,250}|i agree (?:my|to|that) .{5,200}|(?:our|this) website uses cookies.{0,200}|sign up (?:for|to) .{5,120}|tap here to see other videos.{0,30}|(?:get|subscribe to) .{3,80}newsletters?.{0,60}|invalid email.{0,80}|related (?:topics|tags)|"
    r"lire aussi.{0,150}|partager (?:sur|cet) .{3,30}|compartir en .{3,20}|notas relacionadas|te puede interesar|condividi su .{3,20}|leggi anche.{0,150}|leia também.{0,150}|lees ook.{0,150}|читайте также.{0,150}"
)
# Headings over names of networks: with one of them the names are buttons.
_SHARING = (
    r"share(?: (?:this|the|our))?(?: (?:article|story|post|page|report|piece|news|link|video))?(?: (?:on|via|with|now))?|(?:diesen |den )?(?:artikel|beitrag|seite|meldung|text) (?:teilen|weiterempfehlen)|teilen (?:auf|mit|via)|"
    r"partage[rz](?: (?:cet|cette|l'|la|sur)){0,2} ?(?:article|page|actualité|info|publication)?|compart(?:e|ir|a)(?: (?:esta|este|la|el|en)){0,2} ?(?:noticia|nota|artículo|contenido|publicación|entrada|historia)?|"
    r"condividi(?: (?:questo|questa|l'|la|su)){0,2} ?(?:articolo|notizia|post|pagina)?|(?:com)?partilh(?:e|ar)(?: (?:este|esta|o|a|no)){0,2} ?(?:artigo|notícia|matéria|post|página)?|compartilh(?:e|ar)(?: (?:este|esta|o|a|no)){0,2} ?(?:artigo|notícia|matéria|post|página)?|"
    r"(?:deel|delen)(?: (?:dit|deze|via|op)){0,2} ?(?:artikel|bericht|verhaal|pagina)?|(?:udostępnij|podziel się)(?: (?:ten|tym|na)){0,2} ?(?:artykuł|artykułem|wpis|wpisem|tekst|tekstem)?|(?:поделиться|поделитесь)(?: (?:этой|этим|в|с))? ?(?:стать[её]й|новостью|материалом|публикацией|записью|страницей|друзьями|соцсетях)?"
)
_LONGEST = 300
_SHORT = 26
# A single one of these is a button too, unless a text or a list stands under it.
_ALONE = frozenset(
    "share|tweet|reply|log in|login|sign in|sign up|subscribe|subscribe now|comments|read more|load more|show more|close|related|trending|advertisement|sign up now|show comments|"
    "teilen|drucken|kommentare|kommentieren|antworten|anmelden|schließen|schliessen|weiterlesen|auch interessant|abonnieren|jetzt anmelden|"
    "partager|imprimer|commentaires|s'abonner|se connecter|fermer|lire la suite|compartir|comentarios|responder|suscríbete|iniciar sesión|cerrar|leer más|"
    "condividi|commenti|rispondi|abbonati|accedi|chiudi|compartilhar|comentários|assine|fechar|delen|reacties|inloggen|sluiten|lees meer|"
    "udostępnij|komentarze|odpowiedz|zaloguj się|zamknij|czytaj więcej|czytaj dalej|поделиться|комментарии|ответить|подписаться|войти|закрыть|читать далее|"
    "dela|kommentera|logga in|stäng|läs mer|vis mer|les mer|logg inn|lukk|læs mere|شارك|공유|댓글|分享|シェア".split(
        "|"
    )
)
_OTHER, _SHARE = "*", "+"


@rule(
    "furniture/button-row",
    summary="Buttons and labels of a page in a row",
    message="Buttons or labels of the page left in the text",
    severity="warning",
    since="0.1.0",
    delete=True,
    where=Selector(blocks=("paragraph", "heading", "list-item", "control")),
    tags=("boilerplate", "navigation"),
    why="""
“Share”, “Comments”, “Close”, “Read more”: what stands on buttons is an ordinary word, so
one alone proves nothing. In a row they are what is left of a page's furniture.

Counts are blocks of nothing but such a word, when at least two different ones follow each
other, or when one is a button or a link by its markup, or stands at the very beginning or
end. Names of networks and sections alone never count, nor do tables, bulleted lists
in the middle of a text and code; a heading with a text under it stays.
""",
    examples=(
        marked(
            "a row between paragraphs",
            "The ferry was late.\n\n⟦Share\n\nPrint\n\nComments⟧\n\nIt rained all night, and nobody came to the harbour.\n",
            fixed="The ferry was late.\n\nIt rained all night, and nobody came to the harbour.\n",
        ),
        marked(
            "German, with names of networks",
            "Die Fähre kam zu spät.\n\n⟦Teilen\n\nFacebook\n\nTwitter\n\nDrucken⟧\n\nEs regnete die ganze Nacht, und niemand kam.\n",
        ),
        marked(
            "names of networks under a heading that another rule reports",
            "The ferry was late.\n\nShare this story\n\n⟦Facebook\n\nWhatsApp⟧\n\nIt rained all night, and nobody came to the harbour.\n",
        ),
        marked("at the end", "The ferry was late, and nobody knew why.\n\n⟦Comments⟧\n"),
        marked(
            "a button by its markup",
            "<p>The ferry was late, and nobody knew why.</p>⟦<button>Menu</button>⟧<p>It rained.</p>",
            format="html",
        ),
        marked(
            "one word as a subheading, and a list of networks",
            "The study covers networks and what people do there all day.\n\nFacebook\n\nInstagram\n\nTwitter\n\nShare\n\n"
            "Every second one shares what others wrote, the authors say.\n\nComments\n\nFew write any, and fewer still are read.",
        ),
        marked(
            "a list of commands in a guide",
            "The window has four commands:\n\n- Save\n- Print\n- Close\n- Search\n\nEach of them has a key of its own.",
        ),
    ),
)
def button_row(document: Document, sightings: Sequence[Sighting]) -> Iterator[Hit]:
    """Find the rows."""
    body = document.body
    if not any(_is_sure(word) or _is_sharing(word) for word in (_word(document, block) for block in body)):
        return
    place = 0
    while place < len(body):
        words: list[str] = []
        end = place
        while end < len(body) and (word := _label(document, body[end])):
            words.append(word)
            end += 1
        if words:
            yield from _row(document, body, place, end, words)
        place = max(end, place + 1)


def _word(document: Document, block: Block) -> str:
    """The folded text of a short block without the marks of a button, or ""."""
    if block.end - block.start > _SHORT or block.role not in ("paragraph", "heading", "list-item", "control"):
        return ""
    word = folded_text(document)[block.start : block.end].strip(" .:|>›→▶►•*#-…+↓↑✕×&?!»«\"'")
    return word[1:-1] if word[:1] == "[" and word[-1:] == "]" else word


def _is_sure(word: str) -> bool:
    return word in _SURE or (bool(word) and not word.isalpha() and re.fullmatch(_COUNTED, word) is not None)


def _is_sharing(word: str) -> bool:
    return bool(word) and re.fullmatch(_SHARING, word) is not None


def _label(document: Document, block: Block) -> str:
    """The folded word of a block that holds nothing else, or ""."""
    if block.end - block.start > _LONGEST or block.role not in ("paragraph", "heading", "list-item", "control"):
        return ""
    folded = folded_text(document)[block.start : block.end].strip(" .:|>›→▶►•*#↓↑!")
    if re.fullmatch(_ELSEWHERE, folded):
        return _SHARE if _is_sharing(_word(document, block)) else _OTHER
    word = _word(document, block)
    if word in _WEAK or _is_sure(word):
        return word
    return _SHARE if _is_sharing(word) else ""


def _row(document: Document, body: Sequence[Block], start: int, end: int, words: Sequence[str]) -> Iterator[Hit]:
    others = (_OTHER, _SHARE)
    sure = {word for word in words if word not in _WEAK and word not in others}
    shared = words[0] == _SHARE and len(words) > 1
    if not sure and not shared:
        return
    blocks = body[start:end]
    listed = document.format != "html" and all(block.role == "list-item" for block in blocks)
    row = shared or len(sure) >= 2 or _OTHER in words or _SHARE in words or (len(set(words)) >= 3 and words[0] in sure)
    # At the end nothing can stand under a word that looks like a heading.
    edge = len(body) > 1 and (end == len(body) or (start == 0 and len(sure) == len(words) and len(body) > 3))
    if not listed and (row or edge):
        first = 0
        for place in range(len(words) + 1):
            if place == len(words) or words[place] in others:
                if first < place:
                    yield Hit(Span(blocks[first].start, blocks[place - 1].end))
                first = place + 1
        return
    after = document.block_text(body[end]) if end < len(body) else ""
    if (
        len(words) == 1
        and words[0] in _ALONE
        and not listed
        and 0 < len(after) < 90
        and after[-1].isalnum()
        and body[end].role != "list-item"
    ):
        yield Hit(blocks[0].span)
        return
    for block, word in zip(blocks, words, strict=True):
        if word in sure and (block.role == "control" or block.link_density >= 0.9):
            yield Hit(block.span)
