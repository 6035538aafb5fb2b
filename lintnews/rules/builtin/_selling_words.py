"""Words by which an English advertisement is told from the news; all are in small letters."""

from __future__ import annotations

# Words of which each counts once, up to three in all.
PRAISE = frozenset(
    (
        "effortless effortlessly seamless seamlessly affordable affordably compassionate caring friendly home-like tailored bespoke stylish luxury luxurious luxuriously gourmet handcrafted hand-crafted handmade "
        "eco-friendly stress-free hassle-free durable unforgettable stunning sleek plagiarism-free discreet guarantee guarantees guaranteed perfect perfectly ideal innovative smarter smart faster cheap safe trusted "
        "certified qualified licensed comfort comfortable comfortably dream exclusive easy easily premium powerful secure fast made-to-measure recycled blazing unmatched personalised personalized rechargeable "
        "once-daily fresh confidence younger-looking natural organic custom unlimited included custom-made award-winning top-rated expert experts genuine authentic elegant timeless ultimate incredible amazing beautiful "
        "cosy cozy relaxing reliable dependable efficient efficiency rugged cordless wireless lightweight waterproof high-quality quality stunned overnight stars original zero best better flexible instant instantly simple tight"
    ).split()
)
# What such texts sell, up to two.
GOODS = frozenset(
    (
        "insurance mortgage mortgages loan loans credit cover broker casino casinos slots betting bets bonus spins forex crypto bitcoin gold bullion trading invest stocks pension tax taxes payday cash refinance "
        "solicitor solicitors lawyer lawyers attorney attorneys injury claim claims mattress mattresses sofa sofas sofa-bed furniture kitchen kitchens bathroom bathrooms flooring carpet carpets blinds windows doors boiler boilers "
        "plumber plumbers plumbing roofing roofer roofers heating cleaning cleaners removals lawn garden gardens pools spas decking conservatories solar panels batteries charger vacuum headphones earbuds speakers laptop laptops tablet "
        "phone phones smartphone broadband hosting cloud software app apps platform website websites seo domain vpn password passwords backup backups gpu gpus servers workloads automation crm payroll invoicing "
        "essay essays coursework homework tutor tutors course courses degree language learners students coaching hotel hotels lodge cabin cabins villa villas resort cruise cruises flights holiday holidays vacation "
        "tours tour stay rental rent car cars tyres vehicle mot perfume skincare skin serum cream creams gums teeth dental dentist dentists smile hair capsules tablets pills probiotic vitamins supplement supplements testosterone muscle "
        "weight fat hearing glasses lenses psoriasis clinic surgery care watches watch jewellery jewelry rings shoes trainers sneakers backpacks bags clothing dresses suits coffee mug tea wine wines whisky meals meal snacks "
        "chef-cooked recipe cupcakes cakes wedding flowers gifts gift hampers toys pet pets vet dog puppy litter cbd vape vapes dating singles escorts followers likes machinery machines presses valves pumps lights lighting led "
        "bearings steel suppliers supplier manufacturer manufacturers wholesale equipment packaging printing signage cctv alarm alarms security guarding storage self-storage moving electricity energy tariff "
        "funeral funerals stairlift stairlifts mobility wheelchair accommodation apartments apartment realty property properties estate treatment treatments therapy massage spa gym fitness yoga workout"
    ).split()
)
TRADE = frozenset(
    (
        "save saving savings free discount discounts deal deals offer offers order orders book buy shop price prices pricing sale bargain voucher coupon code cashback bonus tired looking need want ready struggling "
        "amazed furious shocked baffled speechless switching swear trick hack fee fees deposit warranty delivery shipping"
    ).split()
)
READER = frozenset(
    (
        "you",
        "your",
        "yours",
        "you'll",
        "you're",
        "yourself",
        "you've",
        "customers",
        "clients",
        "homeowners",
        "shoppers",
        "we",
        "our",
    )
)
# Who helps and sells nothing, who said, did or was what, and when.
NEWS = frozenset(
    (
        "samaritans helpline helplines hotline hotlines lifeline crisis emergency emergencies suicide suicidal abuse victim victims charity charities non-profit nonprofit volunteer volunteers missing witness witnesses "
        "anonymous anonymously crimestoppers donate donated donation donations vaccine vaccines vaccination library libraries parish church nhs citizens newsletter newsletters subscribe subscriber subscribers subscription journalism "
        "newsroom podcast reporter said says told tells according announced announces reported reports wrote argued argues asked added he she his her they they're was were had did would might police court minister "
        "ministry government council parliament mayor watchdog regulator billion yesterday ago monday tuesday wednesday thursday friday saturday sunday january february april june july august september october "
        "november december critics researchers study lawsuit election i i'm i've my me him them story article photo video comment comments residents officials"
    ).split()
)
LITERALS = (
    " your ",
    " if you ",
    "you need",
    "you want",
    "you deserve",
    "need a",
    " free ",
    "free sh",
    "free del",
    "free q",
    "free con",
    "free tr",
    "trusted",
    "the leading ",
    "a leading ",
    "'s leading ",
    "leading su",
    "leading man",
    "leading pro",
    "leading online",
    "manufactur",
    "supplier",
    "supplies",
    "provider",
    "book a",
    "book your",
    "book now",
    "book t",
    "book online",
    "order a",
    "order now",
    "order your",
    "order today",
    "order online",
    "order from",
    "order by",
    "award-winning",
    " rated ",
    "-rated",
    "24/7",
    "swear by",
    "stunned",
    "this one",
    "effortless",
    "seamless",
    "hassle",
    "specialises",
    "specializes",
    "one-stop",
    "tailored",
    "guarantee",
    "affordable",
    "peace of mind",
    "luxur",
    "rely on",
    "overnight",
    "followers",
    "customers",
    "patients",
    "homeowners",
    "handmade",
    "handcrafted",
    "bespoke",
    "made-to-measure",
    "personalis",
    "personaliz",
    "fraction of",
    "half price",
    "insurance",
    "mortgage",
    " loan",
    "casino",
    "crypto",
    "hosting",
    "software",
    "essay",
    " skin",
    " hair",
    "mattress",
    "boiler",
    "plumb",
    "roof",
    "hotel",
    "lodge",
    "villas",
    "tours",
    "watches",
    "jewel",
    "capsules",
    "vitamin",
    "hearing aid",
    "gold ",
    "trade b",
    "trade f",
    "trade c",
    "trade s",
    "cordless",
    "wireless",
    "learners",
    "students who",
    "solicitor",
    "attorneys",
    "injury attorney",
    "from £",
    "from $",
    "from €",
    "no fee",
    "secret to",
    "nothing beats",
    "welcome to inqu",
    "stylish",
    "durable",
    "unmatched",
    "switch to",
    "for every",
    "experts at",
)
"""One of these stands in nearly every such text."""
