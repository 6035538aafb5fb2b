"""Closed classes of words that tell the furniture of a page from an article, by language.

They name what every site has (a newsletter, a login, a section called sport) and how
running text is made (its function words); no site, brand or headline is among them,
but for the networks that pages everywhere link to.
"""

from __future__ import annotations

# What pages have and articles seldom speak of: forms, accounts, widgets, terms, advertising.
_SITE = {
    "en": """
        newsletter newsletters email e-mail emails inbox comment comments commented commenting reply replies account
        accounts subscription subscriptions subscriber subscribers subscribe subscribed unsubscribe cookie cookies
        privacy password username login logged sign signup signin register registered registration terms conditions
        policy disclaimer copyright rights reserved app apps android advertisement advertisements ad ads advertise
        advertiser advertisers advertising sponsored sponsor promoted affiliate commission consent gallery slideshow
        podcast podcasts webinar related trending popular latest recommended featured editorial author authors
        contributor contributors bio profile followers posted posts article articles stories feed rss tag tags
        topics categories category archive archives menu homepage website site browser javascript url permalink
        print bookmark download pdf faq click tap scroll link links share shares likes views min mins reads updated
        published submit submitting submitted form required optional captcha cart checkout shop discount coupon
        deals offers exclusive membership donate donation feedback guidelines contents inc llc ltd www http https
        com guides demo reviewed edited written powered
    """,
    "de": """
        newsletter e-mail email kommentar kommentare kommentieren kommentaren antworten konto benutzerkonto abo abos
        abonnement abonnieren abonnenten cookies cookie datenschutz datenschutzerklärung nutzungsbedingungen
        impressum agb passwort benutzername anmelden anmeldung abmelden registrieren registrierung einloggen
        eingeloggt login app anzeige anzeigen werbung gesponsert bildergalerie fotostrecke podcast podcasts artikel
        artikeln beitrag beiträge thema themen schlagworte schlagwörter kategorie kategorien archiv startseite
        webseite website seite browser javascript link links teilen drucken merken weiterlesen autor autorin autoren
        redaktion redakteur redakteurin nachrichten meldungen aktualisiert veröffentlicht lesezeit kostenlos
        jederzeit kündbar angebot angebote rabatt warenkorb kontakt feedback jobs hinweis rechte vorbehalten gmbh
        copyright absenden pflichtfeld netiquette push-nachrichten e-paper probeabo neueste meistgelesen empfohlen
        empfehlungen quelle quellen www http https html
    """,
    "fr": """
        newsletter newsletters e-mail email courriel commentaire commentaires commenter répondre compte abonnement
        abonnements abonné abonnés abonnez-vous s'abonner inscription inscrivez-vous connexion connectez-vous
        cookies confidentialité mentions légales conditions publicité annonce sponsorisé appli application podcast
        podcasts diaporama article articles auteur rédaction tags thèmes rubrique rubriques archives accueil site
        partager imprimer envoyer lien liens publié mis jour offre offres gratuit droits réservés copyright www http
        https
    """,
    "es": """
        newsletter boletín boletines e-mail email correo comentario comentarios comentar responder cuenta
        suscripción suscríbete suscriptores suscribirse regístrate registrarse sesión cookies privacidad términos
        condiciones aviso legal publicidad anuncio patrocinado app aplicación podcast galería artículo artículos
        autor redacción etiquetas temas categorías archivo portada web compartir imprimir enviar enlace enlaces
        publicado actualizado oferta ofertas gratis derechos reservados copyright noticias relacionadas www http
        https
    """,
    "it": """
        newsletter email e-mail commento commenti commenta rispondi account abbonamento abbonati abbonamenti
        iscriviti iscrizione accedi registrati cookie privacy termini condizioni pubblicità sponsorizzato app
        podcast gallery articolo articoli autore redazione tag argomenti categorie archivio sito condividi stampa
        invia link pubblicato aggiornato offerta offerte gratis diritti riservati copyright notizie correlati www
        http https
    """,
    "pt": """
        newsletter e-mail email comentário comentários comentar responder conta assinatura assine assinantes
        inscreva-se cadastre-se login cookies privacidade termos condições publicidade anúncio patrocinado app
        aplicativo podcast galeria artigo artigos autor redação tags temas categorias arquivo site compartilhar
        compartilhe partilhar imprimir enviar link links publicado atualizado oferta ofertas grátis direitos
        reservados copyright notícias relacionadas www http https
    """,
    "nl": """
        nieuwsbrief nieuwsbrieven e-mail email reactie reacties reageren reageer account abonnement abonneren
        abonneer abonnees inloggen aanmelden registreren cookies privacy voorwaarden advertentie advertenties
        gesponsord app podcast fotoserie artikel artikelen auteur redactie tags onderwerpen categorie archief
        website delen deel printen link links gepubliceerd bijgewerkt aanbieding gratis rechten voorbehouden
        copyright www http https
    """,
    "pl": """
        newsletter e-mail email komentarz komentarze skomentuj odpowiedz konto subskrypcja prenumerata subskrybuj
        zaloguj zarejestruj logowanie cookies prywatności regulamin reklama reklamy sponsorowane aplikacja podcast
        galeria artykuł artykuły autor redakcja tagi tematy kategorie archiwum strona udostępnij drukuj wyślij link
        opublikowano aktualizacja oferta prawa zastrzeżone copyright polecane powiązane www http https
    """,
    "ru": """
        рассылка рассылку комментарий комментарии комментариев ответить аккаунт подписка подпишитесь подписаться
        подписывайтесь войти войдите регистрация зарегистрируйтесь пароль cookies конфиденциальности реклама рекламы
        приложение подкаст фотогалерея статья статьи автор редакция теги темы рубрики архив сайт сайта поделиться
        распечатать отправить ссылка опубликовано обновлено бесплатно права защищены материалы новости читайте отзыв
        отзывы голосов www http https
    """,
    "sv": """
        nyhetsbrev e-post mejl kommentar kommentarer kommentera svara konto prenumeration prenumerera prenumeranter
        logga inloggad registrera cookies integritetspolicy villkor annons annonser sponsrat app podd bildspel
        artikel artiklar artikeln författare redaktion taggar ämnen kategorier arkiv webbplats dela skriv länk
        länkar publicerad uppdaterad erbjudande gratis copyright www http https
    """,
    "nb": """
        nyhetsbrev e-post kommentar kommentarer kommenter svar konto abonnement abonner abonnenter logg innlogget
        registrer informasjonskapsler personvern vilkår annonse annonser annonsørinnhold app podkast bildeserie
        artikkel artikler forfatter redaksjon emner kategorier arkiv nettsted del skriv lenke lenker publisert
        oppdatert tilbud gratis tips copyright www http https
    """,
    "da": """
        nyhedsbrev e-mail kommentar kommentarer kommenter svar konto abonnement abonner log login registrer cookies
        privatlivspolitik vilkår annonce annoncer app podcast artikel artikler forfatter redaktion emner kategorier
        arkiv del link links publiceret opdateret tilbud gratis copyright www http https
    """,
    "fi": """
        uutiskirje sähköposti kommentti kommentit kommentoi vastaa tili tilaus tilaa tilaajille kirjaudu
        rekisteröidy evästeet tietosuoja ehdot mainos mainokset sovellus podcast kuvagalleria artikkeli artikkelit
        toimitus aiheet kategoriat arkisto sivusto jaa tulosta linkki julkaistu päivitetty tarjous ilmainen
        copyright www http https
    """,
    "cs": """
        newsletter e-mail komentář komentáře diskuse odpovědět účet předplatné předplatit přihlásit registrace
        cookies soukromí podmínky reklama inzerce aplikace podcast galerie článek články autor redakce tagy témata
        kategorie archiv web sdílet tisk odeslat odkaz publikováno aktualizováno nabídka zdarma práva vyhrazena
        copyright www http https
    """,
    "tr": """
        bülten e-posta yorum yorumlar yanıtla hesap abonelik abone giriş kayıt çerez gizlilik koşullar reklam
        uygulama podcast galeri haber haberler yazar etiketler konular kategori arşiv site paylaş yazdır gönder
        bağlantı yayınlanma güncelleme ücretsiz hakları saklıdır copyright www http https
    """,
}

# Of these, what articles speak of too: they count only where a block is short.
_ORDINARY = """
    register registered registration print edited written demo guides contents reads read required optional form
    submit submitting submitted deals deal offers discount coupon shop cart commission consent terms conditions
    policy rights reserved link links likes views archive archives archiv profile featured popular latest
    recommended related exclusive stories article articles author authors contributor contributors editorial click
    tap scroll browser site website app apps advertising topic topics category categories reviewed powered published
    updated posted anzeige anzeigen angebot angebote rechte hinweis quelle quellen nachrichten meldungen autor
    autorin autoren redaktion redakteur redakteurin kontakt jobs thema themen seite kostenlos auteur lien liens
    offre offres droits artículo artículos tema temas noticias oferta ofertas derechos condiciones articolo articoli
    autore offerta offerte diritti artigo artigos notícias direitos artikel artikelen rechten artykuł статья статьи
    автор новости права сайт сайта artiklar artikler
"""

# The networks to which the buttons of pages lead.
_NETWORKS = """
    facebook twitter instagram whatsapp linkedin youtube pinterest reddit tiktok telegram flipboard messenger
    snapchat tumblr xing threads bluesky mastodon вконтакте
"""

# Sections of newspapers, as menus and teasers name them.
_SECTIONS = {
    "en": """
        news world politics business economy markets money finance sport sports football soccer basketball baseball
        hockey tennis golf entertainment culture arts music movies film tv television books lifestyle style fashion
        beauty food drink recipes travel health fitness wellness science tech technology environment climate energy
        education opinion editorials letters columnists obituaries weather local national international region crime
        video videos photos games puzzles crosswords horoscopes jobs careers events classifieds cars autos homes
        property real estate parenting opinions
    """,
    "de": """
        politik wirtschaft sport fußball kultur wissenschaft panorama gesellschaft meinung gesundheit technik
        digital reise auto leben lokales regional region welt ausland inland börse finanzen geld karriere bildung
        medien netzwelt wetter videos video bilder fotos audio unterhaltung stars familie rätsel spiele immobilien
        justiz geschichte essen stil
    """,
    "fr": """
        politique économie sport sports culture société santé sciences science monde international planète
        environnement opinions idées médias high-tech voyage cuisine style météo vidéos photos jeux emploi
        immobilier
    """,
    "es": """
        política economía deportes fútbol cultura sociedad salud ciencia tecnología mundo internacional opinión
        gente televisión viajes gastronomía estilo tiempo vídeos vídeo fotos juegos motor empleo
    """,
    "it": """
        politica economia sport calcio cultura società salute scienza scienze tecnologia mondo esteri cronaca
        opinioni spettacoli viaggi cucina stile meteo video foto giochi motori
    """,
    "pt": """
        política economia esportes desporto futebol cultura sociedade saúde ciência tecnologia mundo internacional
        opinião viagem estilo tempo vídeos fotos jogos
    """,
    "nl": """
        politiek economie sport voetbal cultuur wetenschap gezondheid tech buitenland binnenland opinie media reizen
        eten stijl weer video's foto's
    """,
    "pl": """
        polityka gospodarka biznes sport kultura nauka zdrowie technologia świat kraj opinie podróże styl pogoda
        wideo zdjęcia
    """,
    "ru": """
        политика экономика бизнес спорт культура наука здоровье технологии мир общество мнения путешествия стиль
        погода видео фото
    """,
    "sv": """
        politik ekonomi sport fotboll kultur vetenskap hälsa teknik utrikes inrikes ledare debatt nöje resor mat
        väder video bilder
    """,
    "nb": """
        politikk økonomi sport fotball kultur vitenskap helse teknologi utenriks innenriks meninger debatt reise mat
        vær video bilder kjendis
    """,
    "da": """
        politik økonomi sport fodbold kultur videnskab sundhed teknologi udland indland debat rejser mad vejr video
        billeder
    """,
    "fi": """
        politiikka talous urheilu kulttuuri tiede terveys tekniikka ulkomaat kotimaa mielipide matkailu ruoka sää
        videot kuvat
    """,
    "cs": """
        politika ekonomika sport kultura věda zdraví technologie svět domácí zahraničí názory cestování počasí video
        foto
    """,
    "tr": "siyaset ekonomi spor kültür bilim sağlık teknoloji dünya gündem yaşam hava video foto",
}

# What buttons and prompts begin with.
_CALLS = {
    "en": """
        read watch see view click sign subscribe follow share get download join learn browse discover explore listen
        try shop buy register log login find search visit contact send submit add save skip support donate show play
        continue load enter stay check please close tap write back more next previous sponsored related categories
        tags filed about
    """,
    "de": """
        lesen lies lest mehr jetzt hier anmelden abonnieren abonniere folgen folge teilen weiterlesen zum zur alle
        ansehen hören entdecken entdecke kaufen suchen zurück weiter weitere kommentieren bestellen testen
        registrieren zeigen laden schließen bitte schreiben sichern
    """,
    "fr": """
        lire lisez voir abonnez-vous inscrivez-vous découvrez partager partagez suivez regarder regardez écouter
        écoutez acheter recevez retour commenter afficher télécharger cliquez retrouvez consultez
    """,
    "es": """
        leer lee ver suscríbete regístrate descubre compartir comparte sigue síguenos comprar recibe volver comentar
        mostrar más descarga haz consulta mira escucha accede
    """,
    "it": """
        leggi vedi guarda iscriviti scopri condividi segui seguici acquista ricevi ascolta commenta mostra scarica
        clicca abbonati accedi torna
    """,
    "pt": """
        leia ler veja ver assine inscreva-se descubra compartilhe siga compre receba ouça comente mostrar baixe
        clique acesse voltar saiba
    """,
    "nl": """
        lees bekijk abonneer schrijf ontdek deel volg koop ontvang luister reageer meld klik download toon terug
        meer
    """,
    "pl": """
        czytaj przeczytaj zobacz subskrybuj udostępnij obserwuj kup zaloguj pokaż pobierz sprawdź posłuchaj dołącz
        kliknij więcej
    """,
    "ru": """
        читать читайте смотреть смотрите подписаться подпишитесь подписывайтесь поделиться поделитесь войти войдите
        добавить показать скачать узнать узнайте нажмите голосуйте все ещё
    """,
    "sv": "läs se prenumerera dela följ köp lyssna logga visa ladda klicka upptäck skriv mer",
    "nb": "les se abonner del følg kjøp lytt hør logg vis last klikk oppdag meld mer",
    "da": "læs se abonner del følg køb lyt log vis hent klik opdag tilmeld mere",
    "fi": "lue katso tilaa jaa seuraa osta kuuntele kirjaudu näytä lataa klikkaa lisää",
    "cs": """
        čtěte přečtěte podívejte sledujte sdílet koupit poslechněte přihlásit zobrazit stáhnout klikněte více
    """,
    "tr": "oku okuyun izle izleyin abone paylaş takip satın dinle giriş göster indir tıklayın tümü",
}

# Words by which a page speaks to its reader.
_YOU = {
    "en": "you your yours you're you'll you'd you've",
    "de": "sie ihr ihre ihren ihnen ihrem du dich dir dein deine deinen euch",
    "fr": "vous votre vos tu ton ta tes",
    "es": "usted ustedes tu tus te",
    "it": "voi vostro vostra tu tuo tua ti",
    "pt": "você vocês seu sua",
    "nl": "u uw je jouw jij",
    "pl": "ty ci twój twoje cię",
    "ru": "вы вас вам ваш ваша ваше ваши вами",
    "sv": "du dig din ditt dina",
    "nb": "du deg din ditt dine",
    "da": "du dig din dit dine",
    "fi": "sinä sinun sinulle",
    "cs": "vy vás vám vaše",
    "tr": "siz sizin size",
}

# The commonest function words: articles, prepositions, pronouns, auxiliaries.
_FUNCTION = {
    "en": """
        the of and to in is that for was with as on are by this from at be have has it were which a an he she his
        her they their them you your we our i my me who but or not will would can could about into than then when
        what how why where if so up out all more been had do did does after over just also because while before
        during there these those some any no only most other such may might must should its it's he's don't didn't
        isn't i'm we're that's
    """,
    "de": """
        der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch werden wird ich du er sie
        es wir ihr wie bei so aus an am zum zur nach vom wenn aber oder hat haben sein sind war wurde wurden kann
        können noch nur mehr über durch dass daß was wer wo warum unter vor bis dieser diese dieses einen einem
        einer seine ihre man schon sehr mich dir uns in
    """,
    "fr": """
        le la les des et est du une que dans qui pour pas au sur plus par avec ce sont cette aux il un à en se sa
        son ses leur leurs mais ou où ne n'est d'un d'une c'est elle ils elles nous vous je tu été être ont a après
        avant entre sans sous comme de
    """,
    "es": """
        el la los las y que del en se por con una para es al lo como más su pero sus fue ha a de un sin sobre entre
        cuando donde ser este esta esto esos no si sí también e o porque hasta desde todo todos muy le les me mi tu
    """,
    "it": """
        il di che è la per un una del non con della sono gli nel dei alla più anche si ha delle i e in a da su lo
        dal dalla alle agli come ma o se era stato essere hanno sul sulla
    """,
    "pt": """
        o os e as que do da em um uma para não com dos das no na por mais ao foi se é são de como mas ou à às aos
        pela pelo sua seu ser foram tem isso este esta ele ela a
    """,
    "nl": """
        de het een van en in dat is op te zijn voor met niet aan er ook als bij maar om die heeft zij hij ik je we
        wij ze dit deze naar door over uit nog wel kan zal was waren worden wordt of hun haar
    """,
    "pl": """
        w i na z nie się do że jest to o jak ale po co tak za od przez dla są jego oraz który ze tym tego tej ten ta
        te był była było być ma przed nad pod lub czy
    """,
    "ru": """
        и в не на что с по как это к из у за от но для его все он она было также при они а или же ли бы был были мы
        вы я ты её их до без о об со уже ещё только если когда где кто чтобы
    """,
    "sv": """
        och att det som en på är av för med till den har inte om ett men var sig så från vi jag du han hon de ni
        denna detta efter hade kan ska skulle eller när där då under mot i
    """,
    "nb": """
        og at det en på er av for med til den har ikke om et men var seg så fra vi som ble jeg du han hun de dere
        denne dette etter hadde kan skal skulle eller når der da under mot i
    """,
    "da": """
        og at det en på er af for med til den har ikke om et men var sig så fra vi der blev jeg du han hun de denne
        dette efter havde kan skal skulle eller når da under mod i som
    """,
    "fi": """
        ja on ei se että oli hän ovat mutta myös kun niin kuin tai mukaan joka sekä ole jos hänen sen
    """,
    "cs": """
        a se v na je že o s z do i to jako za by pro ale po které byl od jsou také který není k už jen
    """,
    "tr": "ve bir bu için ile da de olarak çok daha olan gibi en kadar sonra ancak ne var o",
    "ro": "și în de la a cu pe care o un nu din că pentru este mai sau au fost prin",
    "hu": "a az és hogy nem is egy volt ez meg csak már el de még van mint ki",
    "uk": "і в не на що з та до як це у за від для його вона він але також при після",
    "el": "και το να του η της με για την από που στο είναι τα οι θα στην δεν των",
    "id": "yang dan di untuk dengan dari ini itu pada tidak dalam akan ke juga adalah oleh telah",
    "vi": "và của là có được cho trong không các một những với người này đã khi để",
}

# Who took or gave a picture.
_CREDITS = """
    photo photos photograph photographer photography image images picture pictured illustration courtesy getty
    reuters afp dpa ap shutterstock istock alamy epa imago screenshot foto fotos bild bilder quelle fotograf
    abbildung archiv crédit photographie imagen fotografía cortesía fotografia immagine beeld zdjęcie fot фото
    снимок kuva snímek fotoğraf
"""

# Words of pages in scripts that do not part words by spaces; looked for as they are.
_PARTS = """
conclusion|conclusions|summary|key takeaways|takeaways|faq|faqs|frequently asked questions|references|
background|introduction|overview|methodology|methods|results|discussion|pros|cons|pros and cons|ingredients|
instructions|directions|method|notes|verdict|final thoughts|the bottom line|bottom line|what's next|timeline|
highlights|key points|key facts|at a glance|in brief|in short|table of contents|contents|appendix|glossary|
requirements|how it works|final verdict|the verdict|fazit|zusammenfassung|hintergrund|einleitung|zutaten|
zubereitung|überblick|inhalt|das wichtigste in kürze|häufige fragen|conclusion|résumé|introduction|
ingrédients|préparation|en bref|sommaire|conclusión|conclusiones|resumen|introducción|ingredientes|
preparación|preguntas frecuentes|conclusione|conclusioni|riassunto|introduzione|ingredienti|preparazione|
in breve|domande frequenti|conclusão|resumo|introdução|modo de preparo|perguntas frequentes|conclusie|
samenvatting|inleiding|ingrediënten|bereiding|veelgestelde vragen|podsumowanie|wstęp|wnioski|składniki|
przygotowanie|заключение|выводы|введение|ингредиенты|приготовление
"""
UNSPACED = """
    コメント ランキング おすすめ 関連 記事一覧 会員 登録 ログイン 無料 メルマガ 広告 写真 シェア お問い合わせ
    プライバシー 続きを読む 利用規約 댓글 구독 로그인 회원가입 광고 공유 추천 많이 기사 무단전재 재배포 저작권
    사진 이메일 评论 登录 注册 订阅 广告 分享 推荐 相关 版权 转载 责任编辑 阅读 点击 更多 評論 登入 訂閱 廣告
    相關 推薦 版權
""".split()


def _by_language(classes: dict[str, str], common: str = "") -> dict[str, frozenset[str]]:
    shared = frozenset(common.split())
    return {code: frozenset(words.split()) | shared for code, words in classes.items()}


SITE = _by_language(_SITE, _NETWORKS)
"""
    Words of forms, accounts, widgets and terms, by language; where a language has none, `ANY_SITE` stands in.
"""

ORDINARY = frozenset(_ORDINARY.split())
"""Words of `SITE` that articles use as well."""

SECTIONS = _by_language(_SECTIONS)
"""Names of newspaper sections, by language."""

CALLS = _by_language(_CALLS)
"""Words with which buttons and prompts begin, by language."""

ANY_SITE = frozenset().union(*SITE.values())
"""The site words of all languages."""

ANY_SECTION = frozenset().union(*SECTIONS.values())
"""The section names of all languages."""

ANY_CALL = frozenset().union(*CALLS.values())
"""The calling words of all languages."""

YOU = _by_language(_YOU)
"""Words that address a reader, by language."""

FUNCTION = _by_language(_FUNCTION)
"""Function words, by language; a language that is not here gets no verdict from them."""

PARTS = frozenset(part.strip() for part in _PARTS.replace("\n", "").split("|"))
"""How the parts of an article are called, in several languages."""

CREDITS = frozenset(_CREDITS.split())
"""Words of picture credits."""
