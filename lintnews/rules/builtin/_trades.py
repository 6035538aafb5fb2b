"""The trades that planted links sell, and how their links and addresses read."""

from __future__ import annotations

# What is sold by planted links. In each: words of which one stands in every such link (small letters),
# what its text says, and what another paragraph says where the article is about the same.
_PRAISE = (
    r"(?:online|best|top(?: \d+)?|new|crypto|bitcoin|live|free|real[- ]money|legal|legalne|trusted|safe|paying|uk|us|australian|canadian|irish|indian|"
    r"non[- ]gamstop|mobile|highest|leading|offshore|najlepsze|legalni|sports)"
)
_GOODS = r"(?:online|bonus(?:es)?|sites?|apps?|games?|promo codes?|for real money|real money|free spins|no deposit|not on gamstop|in \w+|uk|platforms?|tips)"
_PILLS = r"(?:viagra|cialis|levitra|kamagra|sildenafil|tadalafil|tramadol|xanax|modafinil|phentermine|ozempic|steroids|ivermectin|виагр\w)"
_PILL_SHOP = r"(?:online|without (?:a )?prescription|kaufen|pills|tablets|cheap|for sale|rezeptfrei|sin receta|sans ordonnance|senza ricetta|generic|generika|overnight|uk|usa)"
TRADES = {
    "gambling": (
        ("casin", "cassino", "kasyn", "slot", "betting", "poker", "bookmaker", "sportsbook", "roulette", "blackjack", "judi", "togel", "sportwett", "wettanb", "apuesta", "apostas",
         "scommesse", "paris sportif", "spielothek", "bukmach",
         "gokken", "goksite", "zakład", "казино", "ставки", "букмекер", "spins", "deposit bonus", "gacor", "bahis"),
        rf"(?:{_PRAISE}[ -])+(?:casinos?|slots?|(?:sports? ?)?betting|poker|roulette|blackjack|bookmakers?|bookies|sportsbooks?|kasyna?|bukmacher\w*)(?:[ -]{_GOODS})*|"
        rf"(?:casinos?|slots?|(?:sports? ?)?betting|poker|roulette|blackjack)(?:[ -]{_GOODS})+|free spins|no deposit bonus(?:es)?|slot gacor|"
        r"(?:situs |bandar |agen )?(?:judi|togel|slot) (?:online|bola|terpercaya|gacor)|(?:online[- ])?casinos? ohne [\w -]+|online[- ]?(?:casinos?|spielothek)|"
        r"sportwetten(?: ohne \w+)?|wettanbieter|casinos? en (?:ligne|línea)|paris sportifs|casas? de apuestas|apuestas deportivas|casinos? (?:sin|sans|senza|zonder|bez) \w+|"
        r"siti (?:di )?scommesse|(?:siti )?casin[oò] online|casas? de apostas|cassinos? online|online (?:gokken|casino's)|goksites?|"
        r"kasyn[oa] (?:online|internetowe)|(?:zakłady|legalni) bukmacher\w+|(?:онлайн[- ])?казино(?:[- ]онлайн)?|ставки на спорт|букмекерск\w+ \w+|bahis siteleri|canlı (?:casino|bahis)",
        r"casin|cassino|kasyn|gambl|\bbets?\b|betting|bookmak|poker|wager|lotter|jackpot|sportsbook|\bodds\b|glücksspiel|wette[nr]|spielothek|apuest|apost[ae]|"
        r"scommess|paris sportif|jeux d'argent|gokk|bukmach|казино|ставк|азарт|букмек|\bjudi|slot machine",
    ),
    "pills": (
        ("viagra", "cialis", "levitra", "kamagra", "sildenafil", "tadalafil", "tramadol", "xanax", "modafinil", "phentermine", "ozempic",
         "pharmacy", "apotheke", "виагр", "steroid", "ivermectin"),
        rf"(?:(?:buy|cheap|order|generic|purchase|get|kaufen|acheter|comprar|comprare|acquista|kopen|kup|купить|genuine|legit)[ -])+{_PILLS}(?: {_PILL_SHOP})*|"
        rf"{_PILLS}(?: {_PILL_SHOP})+|viagra|cialis|kamagra|(?:canadian|cheap|best)(?: online)? pharmacy|online pharmacy(?: no prescription)?",
        r"viagra|cialis|levitra|kamagra|sildenafil|tadalafil|tramadol|xanax|modafinil|phentermine|ozempic|steroid|ivermectin|pharma|apothek|prescri|farma|лекарств",
    ),
    "loans": (
        ("payday", "loan", "cash advance"),
        r"(?:online |instant |best |fast )?payday loans?(?: online)?|(?:no|bad) credit(?: check)? loans?|(?:instant|quick|fast|same[- ]day) (?:cash |online )?loans?(?: online)?|cash advance(?: loans?)?(?: online)?",
        r"loans?\b|lend|borrow|credit|debt|mortgage",
    ),
    "essays": (
        ("essay", "my paper", "homework", "paper writing", "dissertation", "term paper"),
        r"(?:pay (?:someone )?to )?(?:write|do) my (?:essay|paper|homework|assignment|dissertation)(?: for me)?|(?:best |cheap |custom )?(?:essay|paper|dissertation|thesis)[- ]writing (?:services?|help|company)|"
        r"buy (?:an |cheap )?(?:essays?|term papers?|dissertations?)(?: online)?|(?:essays?|term papers?) for sale|custom essays?|dissertation help|homework help online",
        r"essay|homework|dissertation|plagiar|thesis|term paper|cheat|students?\b",
    ),
    "replicas": (
        ("replica", "fake rolex", "cheap jersey", "cheap nfl", "cheap nba"),
        r"(?:best |cheap |swiss )?(?:rolex |designer )?replica (?:watch(?:es)?|bags?|handbags?|rolex|shoes)|(?:replica|fake) rolex(?: watches)?|cheap (?:nfl |nba |nhl |mlb )?jerseys(?: from china| online)?",
        r"replica|counterfeit|\bfakes?\b|jersey",
    ),
    "escorts": (
        ("escort", "call girl", "sex cam", "porn", "hookup", "order bride"),
        r"(?:[\w ]{0,20} )?(?:escorts|call girls)(?: in \w+)?|(?:[\w ]{0,20} )?escort (?:services?|agenc(?:y|ies)|girls)(?: in \w+)?|(?:live |free )?sex ?cams?|(?:free )?porn (?:videos?|sites?)|(?:best )?hookup (?:sites|apps)|mail[- ]order brides?",
        r"escort|call girl|porn|hookup|dating|prostitut|sex work|bride",
    ),
}  # fmt: skip
HOST_WORDS = (
    r"(?i)casin|slot|bets?\d*\.|\bbet(?!a|h|t)|odds|zaklad|bukmach|book(?:mak|ie)|kazino|gambl|gamstop|jackpot|spins|reels|lott(?:o|ery)\b|betting|1xbet|poker|judi|togel|gacor|wett|apuesta|aposta|scommess|gokk|kasyn|bahis|viagra|cialis|kamagra|pharm|meds|"
    r"pills|rx\b|payday|loan|cash|essay|paper|homework|dissertation|replica|jersey|escort|callgirl|porn|sex|cams|hookup|bride"
)


HOST_NAMES = r"casin|1xbet|togel|gacor|viagra|cialis|payday|essay|replica|escort|porn"
SHARES = r"(?i)(?:.+\.)?(?:facebook|twitter|x|linkedin|pinterest|whatsapp|wa|reddit|tumblr|telegram|t|instagram|youtube|tiktok|flipboard|google|apple|vk|xing|threads|bsky|mastodon|getpocket|pocket|addtoany|addthis|wordpress|gravatar|creativecommons)\.\w{2,4}"
