"""The rules about links and images: exact places in the source, whatever the quotation marks and references, and their fixes."""

from __future__ import annotations

import time

import pytest

from lintnews.document import parse
from lintnews.engine import check
from lintnews.finding import Applicability, Finding
from lintnews.fix import apply
from lintnews.rules.load import load_rules
from lintnews.rules.model import RuleSet

RULES = load_rules().select(["link/"])
BOTH: tuple[Applicability, ...] = ("safe", "unsafe")


def found(source: str, rule: str, rules: RuleSet = RULES) -> list[Finding]:
    return [finding for finding in check(parse(source, "html"), rules) if finding.rule == "link/" + rule]


def one(source: str, rule: str) -> Finding:
    (finding,) = found(source, rule)
    assert finding.matched == source[finding.span.start : finding.span.end]
    return finding


def fixed(source: str, applicabilities: tuple[Applicability, ...] = BOTH) -> str:
    return apply(source, check(parse(source, "html"), RULES), applicabilities).source


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('href="https://a.example/x?utm_source=b&amp;utm_medium=c"', 'href="https://a.example/x"'),
        ("href='https://a.example/x?utm_source=b&id=3'", "href='https://a.example/x?id=3'"),
        ("href=https://a.example/x?id=3&utm_source=b", "href=https://a.example/x?id=3"),
        ('href="https://a.example/x?id=3&#038;fbclid=I&#38;n=1#top"', 'href="https://a.example/x?id=3&#038;n=1#top"'),
        ('href="https://a.example/x?a=1&amp;gclid=2&amp;b=3&amp;mc_eid=4"', 'href="https://a.example/x?a=1&amp;b=3"'),
        ('href="https://a.example/x?utm_source=b&amp;amp;utm_medium=c"', 'href="https://a.example/x"'),
        ('href="https://a.example/x?utm_source=b#xtor=RSS-1"', 'href="https://a.example/x"'),
        ('href="https://a.example/caf&eacute;?utm_source=b&eacute;"', 'href="https://a.example/caf&eacute;"'),
        ('HREF = "https://a.example/x?UTM_Source=b"', 'HREF = "https://a.example/x"'),
        ('href="//a.example/x?utm_source=&amp;id=3"', 'href="//a.example/x?id=3"'),
    ],
)
def test_only_the_parameters_that_track_are_taken_out(before: str, after: str) -> None:
    page = "<p>The\r\nvote <a class=x {}>was close</a>.</p>\r\n"
    source = page.format(before)
    finding = one(source, "tracking-link")
    value = before.split("=", 1)[1].strip()
    assert finding.matched == value.strip("\"'")
    assert fixed(source, ("safe",)) == page.format(after)


@pytest.mark.parametrize(
    "href",
    [
        "https://a.example/x?id=3&amp;source=b&amp;ref=c&amp;tag=d-21",
        "https://a.example/utm_source",
        "https://a.example/x?q=utm_source",
        "https://a.example/x?ref_src=ours",
        "?utm_source=b",
        "https://twitter.com/intent/tweet?text=a&amp;utm_source=b",
    ],
)
def test_other_addresses_stay(href: str) -> None:
    assert not found(f'<p>The vote <a href="{href}">was close</a>.</p>', "tracking-link")


def test_what_a_sponsor_pays_for_is_not_taken_out_unseen() -> None:
    source = '<p>The <a rel="nofollow sponsored" href="https://a.example/x?utm_source=b">dairy</a> is old.</p>'
    assert fixed(source, ("safe",)) == source
    assert fixed(source) == '<p>The <a rel="nofollow sponsored" href="https://a.example/x">dairy</a> is old.</p>'


def test_an_address_behind_another_is_unwrapped_and_quoted() -> None:
    source = "<p>The <a href='https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx%3Fa%3D1%26b%3D%27&h=AT'>vote</a>.</p>"
    assert fixed(source) == "<p>The <a href='https://a.example/x?a=1&amp;b=%27'>vote</a>.</p>"
    assert not fixed('<p><a href="https://www.google.com/url?q=javascript:alert(1)">The vote</a> was close.</p>').count(
        '"javascript'
    )


def test_a_link_made_for_one_mailbox_is_a_warning() -> None:
    source = '<p>The <a href="https://urldefense.com/v3/__https://a.example/x__;!!K3!x$">vote</a> was close.</p>'
    finding = one(source, "tracking-link")
    assert (finding.severity, finding.fix) == ("warning", None)


PAGE = (
    '<header class="site-header"><nav><a href="#">Menu</a><a href="https://a.example/?utm_source=menu">Shop</a>'
    '<img src="p.gif" width=1 height=1></nav></header>{}<aside><a href="https://a.example/?utm_source=aside">More</a></aside>'
    '<footer><a href="file:///C:/x">x</a><img src="p.gif" width=1 height=1></footer>'
)
PROSE = (
    "<article><h1>Old Dairy Sold to Brass Band</h1>"
    + "<p>The vote was close, and the clerk read the count again on the evening of the day.</p>" * 9
)


def test_the_furniture_of_a_page_is_not_looked_at() -> None:
    assert check(parse(PAGE.format(PROSE + "</article>"), "html"), RULES) == []
    inside = PAGE.format(PROSE + '<p>The <a href="https://a.example/?utm_source=x">vote</a> was close.</p></article>')
    assert [finding.matched for finding in check(parse(inside, "html"), RULES)] == ["https://a.example/?utm_source=x"]


@pytest.mark.parametrize(
    "source",
    [
        '<p>The vote was close.</p><!-- <a href="https://a.example/?utm_source=x">x</a> -->',
        "<p>The vote was close.</p><script>document.write('<a href=\"file:///x\">x</a>')</script>",
        '<p>Write this:</p><pre><code><a href="http://localhost/?utm_source=x">x</a></code></pre>',
        '<p title="<a href=file:///x>">The vote was close.</p>',
    ],
)
def test_comments_scripts_code_and_attributes_hold_no_links(source: str) -> None:
    assert check(parse(source, "html"), RULES) == []


STORED = "<p>The vote was close, and {} on the evening of the day.</p>"


@pytest.mark.parametrize(
    "href", ['href="#"', "href='#'", "href=#", 'href=""', 'href="javascript:void(0)"', 'href="javascript:;"', "href"]
)
def test_a_link_to_nothing_in_stored_prose_is_unwrapped(href: str) -> None:
    source = STORED.format(f"the <a {href}>clerk &amp; mayor</a>")
    assert one(source, "broken-link-target").severity == "warning"
    assert fixed(source, ("safe",)) == source
    assert fixed(source) == STORED.format("the clerk &amp; mayor")


def test_buttons_are_no_links_to_nothing() -> None:
    button = '<a href="#" class="more" onclick="f()">read the count again</a>'
    assert one(STORED.format(button), "broken-link-target").severity == "note"
    assert not found("<script>f()</script>" + STORED.format(button), "broken-link-target")
    assert not found('<p>The vote was close.</p><p><a href="#">More</a></p>', "broken-link-target")
    plain = STORED.format('the <a href="#">clerk</a>')
    assert one('<script src="a.js"></script>' + plain, "broken-link-target").severity == "note"


@pytest.mark.parametrize(
    ("href", "better"),
    [
        ("http://http://www.skerry-post.com/a?b=1&amp;c", "http://www.skerry-post.com/a?b=1&amp;c"),
        ("https:https://skerry-post.com", "https://skerry-post.com"),
        ("ttps://skerry-post.com/a", "https://skerry-post.com/a"),
        ("https//skerry-post.com/a", "https://skerry-post.com/a"),
        ("http:skerry-post.com/a", "https://skerry-post.com/a"),
        (" www.skerry-post.com", " https://www.skerry-post.com"),
        ("skerry-post.com/a", "https://skerry-post.com/a"),
    ],
)
def test_slips_in_the_first_letters_are_repaired(href: str, better: str) -> None:
    source = f"<p>\r\nThe <a\r\nhref='{href}'>vote</a> was close.</p>"
    finding = one(source, "broken-link-target")
    assert (finding.matched, finding.severity) == (href, "warning")
    if not href.startswith(" "):
        assert fixed(source) == source.replace(href, better)


@pytest.mark.parametrize(
    "href",
    [
        "file:///C:/Users/una/x.doc",
        "C:\\Users\\una\\x.doc",
        "http://localhost:8080/x",
        "http://192.168.0.4/x",
        "http://cms.intranet/x",
        "applewebdata://4E/x",
        "https://{{ host }}/x",
        "%7B%7Burl%7D%7D",
        "INSERT LINK HERE",
        "http://www.example.com/",
        "https://www.yourdomain.com/x",
        "http://Old Dairy Sold",
        "http://art417",
        "https://skerry-post.com/wp-admin/post.php?post=3&amp;action=edit",
        "https://skerry-post.com/?p=3&amp;preview=true",
    ],
)
def test_what_no_reader_can_open_is_a_warning_without_a_fix(href: str) -> None:
    finding = one(f'<p>The <a href="{href}">vote</a> was close.</p>', "broken-link-target")
    assert (finding.matched, finding.severity, finding.fix) == (href, "warning", None)


@pytest.mark.parametrize(
    "href",
    [
        "https://web.archive.org/web/2020/https://skerry-post.com/x",
        "https://skerry-post.com/x?next=https://b.skerry-post.com/",
        "https://dev.skerry-post.com/x",
        "https://test.de/x",
        "https://skerry-post.com/{3}",
        "https://skerry-post.com/a%20b",
        "https://exampleville.com/",
        "https://example-news.com/a",
        "https://bücher.de/x",
        "https://[2001:db8::1]/x",
        "//skerry-post.com/x",
        "mailto:una@skerry-post.com",
        "tel:+4412",
        "https://preview.skerry-post.com/previews",
        "https://mail.google.com/mail/?view=cm&amp;su=x",
    ],
)
def test_addresses_that_only_look_broken_stay(href: str) -> None:
    assert not found(f'<p>The <a href="{href}">vote</a> was close.</p>', "broken-link-target")


def test_paths_of_a_site_are_noted_once_and_only_where_the_site_is_unknown() -> None:
    links = '<p>The <a href="/vote/1">vote</a> was <a href="/close/2">close</a>.</p>'
    finding = one(links, "broken-link-target")
    assert (finding.matched, finding.severity) == ("/vote/1", "note")
    assert "1 more" in finding.evidence[0]
    assert not found(f"<html><body>{links}</body></html>", "broken-link-target")


def test_a_place_of_the_page_is_known_by_id_or_name() -> None:
    text = '<p>See <a href="#Count">the count</a>.</p>'
    assert one(text, "broken-link-target").severity == "note"
    assert not found(text + "<h2 id='count'>The count</h2>", "broken-link-target")
    assert not found(text + "<p><a name=Count></a>The count</p>", "broken-link-target")


@pytest.mark.parametrize(
    ("image", "better"),
    [
        ('<img src="https://a.example/p" width="1" height="1" alt="">', ""),
        ("<IMG SRC=p.gif WIDTH=0 HEIGHT=0>", ""),
        ('<img src="p.gif" style="border:0; width:1px; height:1px">', ""),
        ('<img src="https://www.facebook.com/tr?id=1&amp;ev=x">', ""),
        ('<img src="" alt="">', ""),
        (
            '<img src="data:," data-src="a.jpg?b&amp;c" alt="x y">',
            '<img src="a.jpg?b&amp;c" data-src="a.jpg?b&amp;c" alt="x y">',
        ),
        ("<img src=data:, data-src='a.jpg' alt=Dairy>", "<img src=\"a.jpg\" data-src='a.jpg' alt=Dairy>"),
        (
            "<img src='/img/placeholder.png' data-lazy-src=\"//a.example/b'c.jpg\">",
            "<img src='//a.example/b&#39;c.jpg' data-lazy-src=\"//a.example/b'c.jpg\">",
        ),
        (
            '<img class="lazy" data-original="/a.jpg" alt="The dairy">',
            '<img src="/a.jpg" class="lazy" data-original="/a.jpg" alt="The dairy">',
        ),
    ],
)
def test_images_that_show_nothing_go_or_get_their_address(image: str, better: str) -> None:
    source = f"<p>The vote was close.</p>\r\n{image}\r\n<p>The band slept.</p>"
    assert one(source, "image-junk").severity == "note"
    assert fixed(source, ("safe",)) == source.replace(image, better)
    assert not found(fixed(source), "image-junk")


@pytest.mark.parametrize(
    "image",
    [
        '<img src="line.png" alt="">',
        '<img src="dairy.jpg">',
        '<img src="a.png" width="1" height="200" alt="">',
        '<img src="a.png" style="width:0;height:0;min-width:100%" alt="">',
        '<img src="a.png" width="1" height="1" alt="The dairy">',
        '<img src="" srcset="a.jpg 1x" alt="The dairy">',
        '<picture><source srcset="a.webp"><img src="data:," alt="The dairy"></picture>',
        '<img src="data:," alt="The dairy"><noscript><img src="a.jpg" alt="The dairy"></noscript>',
        '<img src="data:image/png;base64,' + "A" * 900 + '" alt="Chart">',
        "<img src=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cpath d='M0 0h9'/%3E%3C/svg%3E\" alt=\"\">",
        '<img src="a.jpg" alt="The image-maker John_Farr">',
        '<img src="a.jpg" alt="3 - 1">',
        '<img src="a.jpg" alt="State-of-the-art">',
    ],
)
def test_images_that_show_something_stay(image: str) -> None:
    assert not found(f"<p>The vote was close.</p>{image}<p>The band slept.</p>", "image-junk")


@pytest.mark.parametrize(
    "alt",
    [
        "dairy.jpg",
        "IMG_2041",
        "DSC 00123.JPG",
        "undefined",
        "null",
        "Screenshot 2024-03-01 at 11.02",
        "dairy_old_2_800x600",
        "[object Object]",
    ],
)
def test_file_names_are_no_descriptions(alt: str) -> None:
    finding = one(f"<p>The vote.</p><img alt='{alt}' src=a.jpg>", "image-junk")
    assert (finding.matched, finding.fix) == (alt, None)


def test_a_counter_that_is_owed_is_only_shown() -> None:
    source = '<p>The vote was close.</p><img src="https://vg01.met.vgwort.de/na/1" width="1" height="1" alt="">'
    finding = one(source, "image-junk")
    assert finding.fix is not None
    assert finding.fix.applicability == "display"


SPAM = "<p>The vote was close.</p>{}<p>The band slept, and the clerk read the count again.</p>"


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="position:absolute;left:-9999px"><a href="http://a.example">x</a> rugs</div>',
        "<div style='font-size: 0px'>see <a href=http://a.example>rugs</a></div>",
        '<DIV STYLE="DISPLAY:NONE"><p><a href="http://a.example/">Free spins</a></p></DIV>',
        '<div style="display:none"><div>a</div><a href="http://buyviagra.example/">here</a></div>',
        '<div hidden><a href="http://a.example/">online casino</a></div>',
    ],
)
def test_hidden_links_go_with_what_hides_them(hidden: str) -> None:
    finding = one(SPAM.format(hidden), "seo-spam-link")
    assert (finding.matched, finding.severity) == (hidden, "error")
    assert fixed(SPAM.format(hidden), ("safe",)) == SPAM.format("")


def test_a_hidden_piece_between_two_words_leaves_a_space() -> None:
    source = '<p>The vote<span style="font-size:0"> <a href="http://a.example">rugs</a></span>was close.</p>'
    assert fixed(source) == "<p>The vote was close.</p>"


@pytest.mark.parametrize(
    "honest",
    [
        '<div style="display:none"><a href="http://a.example">Our partners</a></div>',
        '<div style="position:absolute;left:-9999px"><a href="https://www.facebook.com/x">Share</a></div>',
        '<div style="position:absolute;left:-9999px">Skip to the text</div>',
        '<div style="margin-left:-15px"><a href="http://a.example">The count</a></div>',
        '<div style="opacity:0.8"><a href="http://casino.example/">The casino</a></div>',
        '<p>The <a href="https://royalcasino.example/">casino on the quay</a> was sold.</p>',
        '<p>The <a href="https://news.example/a">online casino</a> was sold.</p>',
        '<p>The casinos pay.</p><p>An <a href="https://royalcasino.example/">online casino</a> was sold.</p>',
        '<p>The <a href="/online-casino">online casino</a> was sold.</p>',
    ],
)
def test_honest_links_stay(honest: str) -> None:
    assert not found(SPAM.format(honest), "seo-spam-link")


def test_one_of_a_trade_by_its_path_alone_is_a_warning_and_two_are_an_error() -> None:
    first = '<p>Some <a href="https://a.example/write-my-essay">write my essay</a> now.</p>'
    second = '<p>Some <a href="https://b.example/custom-essay">custom essays</a> now.</p>'
    assert one(SPAM.format(first), "seo-spam-link").severity == "warning"
    assert {finding.severity for finding in found(SPAM.format(first + second), "seo-spam-link")} == {"error"}


@pytest.mark.parametrize(
    "piece",
    [
        '<a href="#',
        '<a href="https://a.example/?utm_source=',
        '<a href="?utm_source=a&amp;',
        "<img src=data:, ",
        '<div style="left:-9999px">',
        '<div hidden><a href="//casino.example">online casino ',
        "{{",
        '<a href="{{{{{{',
        '<img alt="a-a-a-a-',
        "style=-",
        "<p>a<a href=#>b</a>",
        '<p><a href="//royalcasino.example/">online casino</a>',
        '<p hidden><a href="//royalcasino.example/">online casino</a>',
        '<p style="left:-999px"><a href="//a.example/">rugs</a></p>',
        "<img width=1 height=1>",
        '<p><img alt=null><a href="/a">b</a><a href="#a">b</a>',
        '<blockquote class="twitter-tweet"><p><a href="//a.example/?utm_source=a">b</a>',
        '<a href="//a.example/" style="display:none">x',
    ],
)
def test_hostile_pages_cost_no_more_than_their_length(piece: str) -> None:
    def seconds(count: int) -> float:
        source = "<p>The vote was close.</p>" + piece * count
        document = parse(source, "html")
        start = time.process_time()
        check(document, RULES)
        return time.process_time() - start

    short = min(seconds(400) for _ in range(2))
    assert seconds(3200) < 0.3 + 24 * short
