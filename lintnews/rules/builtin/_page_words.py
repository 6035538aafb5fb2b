"""The words in which a page speaks of itself, by what it speaks of, and what they weigh together.

A technical notice, a rule for comments, a note on who paid: each page words them anew, and
all choose from the same few hundred words. A short block made of them, with words that the
article beside it never uses, is the page's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ...finding import Applicability, Severity


class Theme(NamedTuple):
    """What a page speaks of.

    `strong` are words and pairs of words that weigh two, `weak` those that weigh one. A block
    counts from `enough` on, if one word in `dense` is among them; `edge`: only among the first
    or last blocks of a document; `told`: only if it speaks to somebody or of itself.
    """

    name: str
    message: str
    strong: frozenset[str]
    weak: frozenset[str]
    enough: int
    severity: Severity = "warning"
    edge: bool = False
    told: bool = True
    applicability: Applicability = "unsafe"


def _theme(name: str, message: str, strong: str, weak: str, enough: int = 6, **more: object) -> Theme:
    return Theme(
        name,
        message,
        frozenset(word.replace("_", " ") for word in strong.split()),
        frozenset(weak.split()),
        enough,
        **more,  # type: ignore[arg-type]
    )


THEMES = (
    _theme(
        "a page that cannot show something",
        "Technical notice of the page left in the text",
        "browser browsers javascript html5 webgl plugin plug-in iframe iframes amp adblock adblocker ad-blocker url embed embedded embeds 404 403 451 502 captcha ray_id cloudflare redirecting redirected "
        "web_version app_version app_users pop-up eea your_region your_country your_location your_device your_connection widget interactive sorry oops whoops cannot_be could_not couldn't_load be_displayed "
        "be_loaded be_shown not_supported is_unsupported no_longer not_available best_viewed newer_version tap_here click_here original_website in_landscape full_screen be_online verify_that requested_content",
        "displayed display supported support supports unsupported enable enabled disable disabled upgrade update outdated load loaded loading refresh reload view viewing viewed unavailable available content page site "
        "website version device app online map chart graphic table gallery video audio poll tweet post requested access accessing required requires needs need connection experience features elements shown cannot can't "
        "couldn't unable allow check checking tap click deleted removed longer switch turn landscape portrait wait security verify human robot try again later format screen image slideshow clip play listen browse feature "
        "newer latest reasons legal article story see open this rotate phone desktop",
    ),
    _theme(
        "comments on the page",
        "Line of the page's comments left in the text",
        "comment comments commenting commenter commenters moderators moderator moderation moderated moderate community_guidelines community_standards house_rules username display_name log_in login sign_in signed_in "
        "logged_in registered_user registered_users thread have_your your_say your_thoughts your_view your_views your_opinion you_think caps_lock profanity off_topic on_topic upvote downvote disqus spam replies abuse_report report_abuse "
        "be_civil be_respectful be_kind be_polite keep_it post_as post_anonymously readers'_comments no_links letters_page awaiting_approval",
        "post posts posted posting reply join conversation discussion discuss below register account create must please rules guidelines civil polite respectful obscene vulgar racist abusive language closed disabled "
        "turned off reopen open allowed not legal reasons report abuse guest anonymous anonymously characters remaining likes submit share think tell us let story article page readers' reader's box form approval awaiting "
        "hidden removed deleted locked votes new keep clean sensitive opinion opinions views belong belongs wrote flagged flag already name pick here editor letter email first disagree agree debate due topic links stay whoever everyone your",
    ),
    _theme(
        "access to the page",
        "Line about access or cookies left in the text",
        "cookie cookies subscriber subscribers subscribe subscription subscriptions paywall cancel_anytime cancel_any billed free_articles free_article sign_in log_in login free_account read_on keep_reading "
        "continue_reading keep_going full_access unlimited_access digital_access all-access unlock unlocked preview free_trial your_privacy our_partners gdpr third_parties members_get non-members e-edition your_consent "
        "min_cost register_free registered create_an your_limit first_month per_week a_week a_month /month /week essential legitimate_interest members-only subscriber-only subscribers-only",
        "access unlimited month months week weeks year free digital print paper offer terms existing already account read reading story article articles journalism site accept reject agree ok say all manage settings "
        "choices choice choose data store device works best limit reached left remaining register start join get only just from members member membership whole full more content exclusive enjoy today cancel anytime plan plans "
        "weekend price save reader rest thing deny consent privacy partners personalised personalized ads essential but hit you've you're your",
    ),
    _theme(
        "who paid",
        "Note of the source on who paid",
        "sponsored sponsor sponsors sponsorship advertorial affiliate commission commissions gifted #ad #gifted #sponsored #spon #prtrip paid_partnership partnered in_partnership in_association partner_content branded_content "
        "paid_content paid_post paid_press review_unit review_units review_copy review_sample sent_us sent_to us_for free_of editorial_control editorial_team editorial_staff editorial_department media_release on_behalf "
        "advertiser advertisers our_links through_links affiliate_links these_links press_trip all_opinions guests_of guest_of commercial_arm commercial_team commercial_department content_studio commercial_content pr:",
        "post article story content product products links link buy purchase purchases earn earns fee small cut cost extra no not independent independently review reviewed sample samples provided received supplied paid "
        "funded supported by our we us own editorial control involved role creation manufacturer brand company before may when travel hosted accommodation issued presented produced studio commercial disclosure what's this "
        "opinions opinion free charge newsroom staff writers journalists partner client money advertisement series section unit see through contains might you",
        applicability="display",
    ),
    _theme(
        "its player",
        "Controls of a player left in the text",
        "transcript computer_voice ai_voice synthetic_voice subtitles captions unmute mute autoplay playback media_player video_player audio_player headphones next_video press_play hit_play tap_to swipe slideshow "
        "audio_version ai-generated_voice text-to-speech read_by read_aloud watch_the picture-in-picture video_above video_below clip_above current_time skip_intro skip_ad no_sound listen_to narrated your_ears",
        "video audio listen watch play story article loading time current duration quality auto off on english hear sound voice more photos photo gallery above below volume speed next cancel skip minutes min "
        "this show episode you may press click tap read version is has no by selected ai computer automated automatically original caption replay live stream full slide",
        enough=5,
    ),
    _theme(
        "where the text comes from",
        "Note on the origin of the text",
        "syndicated syndication rss feed feeds aggregated aggregates aggregator aggregation newswire wires third-party third_party original_publisher original_source first_publisher original_author respective_owners the_publisher fair_use "
        "press_release unaffiliated not_affiliated affiliated_with employed_by contributor_content contributor guest_columnists guest_column guest_post content_partner content_partners take_down takedown taken_down dmca the_source open_web "
        "publicly_available not_written not_edited been_edited not_verified been_verified not_reviewed verified_by unedited auto-translated auto-generated auto-published our_partners other_publishers other_websites newsroom no_liability no_responsibility "
        "the_original copyright_holder all_credit do_not not_represent not_for not_necessarily our_editors without_editing speak_for indexes",
        "article articles story stories text content above headline headlines summary summaries news copy release post posts item items page provided supplied written edited verified reviewed produced published republished reproduced "
        "reproduce copied collected gathered host hosts hosted own owns index indexes listed merely only by our we us not no nor neither never credit goes all educational purposes informational liability responsibility responsible accepts accept views "
        "opinions statements facts reflect represent endorse belong belongs writer author authors blogger bloggers columnist columnists contributor contributors guest letters paper station site publisher source full copyright owner ask remove removed partner "
        "partners automatically from speak themselves translated wire newspaper material those available company named picked read what here paid publication portal platform web company's blog stays remains rights",
        edge=True,
        applicability="display",
    ),
    _theme(
        "what nobody answers for",
        "Disclaimer of the source",
        "advice liable liability accuracy warranty warranties responsible_for no_responsibility not_responsible held_responsible full_responsibility informational_purposes information_only general_information educational_purposes disclaimer "
        "dyor own_research your_doctor a_doctor your_vet your_gp healthcare_professional medical_professional financial_adviser financial_advisor an_expert past_performance past_results future_results future_performance capital_is "
        "market_risks scheme_related play_responsibly gamble_responsibly drink_responsibly bet_responsibly begambleaware begambleaware_org gambleaware 18+ 21+ conditions_apply t&cs lose_money trigger_warning content_warning "
        "generative_ai ai_tools ai-generated by_ai using_ai with_ai an_ai ai_helped ai-assisted language_model synthetic_voice by_machine machine_translation automatically_translated been_changed names_have no_position any_position shares_in "
        "any_stocks time_of of_publication subject_to without_notice results_may may_differ may_vary own_risk not_constitute not_intended be_construed not_endorsed substitute side_effects drug_authority been_evaluated e&oe errors_may may_contain "
        "contain_errors make_mistakes cfds retail_accounts high_level highly_risky unregulated regulatory_recourse volatile principal help_is chatbot for_information no_representation mispronunciations lawyer trading_in "
        "before_changing before_trying before_making before_you be_accurate correct_as",
        "this article site website page content information column post story text recipe recipes investment investments investing invest financial legal medical tax betting trading cryptocurrency crypto mutual fund funds guarantee guaranteed "
        "guarantees not no nor never any reader readers you your me my always please consult speak seek before changing diet medication risk risks losses loss damages damage errors error omissions opinions views author writer blogger editor reviewed "
        "drafted written generated translated edited checked produced created purposes only carefully documents accept accepts held may might could reflect represent contents personal experience correct accurate prices price odds publication date "
        "change help addictive gambling intended diagnose treat cure prevent disease product statements responsibility takes agree qualified completeness names stocks mentioned companies software tools grammar tested change changes risky "
        "recourse terms all subject results differ disclaimer professional doctor expert identities privacy protect some details times travel check level carries",
        severity="note",
        edge=True,
        told=False,
        applicability="display",
    ),
)  # fmt: skip
"""What pages speak of, in the order in which they are tried."""

LITERALS = tuple(
    sorted(
        word if len(word) > 5 else f" {word} "
        for word in (
            "browser javascript html5 webgl plugin iframe captcha cloudflare redirect web_version app_users sorry, oops interactive cannot_be could_not couldn't not_supported no_longer best_viewed_on tap_here newer_version be_online "
            "comment moderat username display_name thread your_say you_think caps_lock on_topic off_topic be_civil post_as guidelines awaiting_approval replies disqus "
            "cookie cancel_any billed free_article read_on keep_reading unlock preview free_trial privacy e-edition min_cost register_free your_limit "
            "sponsor advertorial affiliate commission gifted partnership in_association partner_content paid_content paid_post paid_press review_unit review_copy sent_to_us us_for_free editorial_control editorial_staff editorial_team media_release on_behalf_of advertiser guests_of commercial_arm "
            "transcript computer_voice ai_voice synthetic_voice subtitle caption mute playback video_player audio_player headphones next_video press_play swipe audio_version read_by read_aloud watch_the_video video_above narrated no_sound listen_to_this current_time "
            "syndicat rss_feed aggregat newswire third-party third_party original_publisher original_source first_publisher respective_owners fair_use press_release affiliated employed_by contributor guest_column content_partner take_down takedown taken_down dmca the_source open_web publicly_available not_edited unedited been_edited been_verified auto-translated auto-generated auto-published other_publishers the_original copyright_holder all_credit not_represent not_for_the_ not_necessarily "
            "advice liable liability accuracy warrant_ responsible_for responsibility informational information_only disclaimer own_research your_doctor a_doctor financial_advis past_performance past_results capital_is market_risk responsibly gambleaware conditions_apply lose_money trigger_warning content_warning generative_ai ai-generated using_ai ai_helped ai_tools an_expert errors_may synthetic names_have no_position any_position subject_to results_may own_risk not_constitute not_intended not_endorsed substitute_for side_effects been_evaluated may_contain cfds unregulated volatile correct_as before_you_ before_changing 18+"
        ).split()
        for word in [word.replace("_", " ")]
    )
)
"""Strings of which one stands in nearly every such block."""

_TOLD = frozenset(
    "you your you're you've you'll please sorry oops our we us we're i my me here below above this what's let's #ad #gifted readers readers' contributor".split()
)
_NEWS = frozenset(
    (
        "said says told tells according announced he she him his her hers police court judge minister council mayor yesterday ago monday's arrested charged killed died spokesman spokesperson spokeswoman "
        "researchers study percent million billion ruled ordered sued lawmakers argued warned claimed found jury prosecutors banned bans election voters"
    ).split()
)
_MARKS = str.maketrans(dict.fromkeys(".,:;!?()/|·•…[]@*▸►→>–", " "))
_LEAST_SHARE, _MOST_WORDS = 0.45, 45
# Of so few words nearly all must be of the page, and weigh less together.
_FEW, _NEARLY_ALL = 9, 0.8


@cache
def _strong() -> frozenset[str]:
    return frozenset().union(*(theme.strong for theme in THEMES))


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without the marks around them."""
    return text.lower().replace("'s ", " ").translate(_MARKS).split()


def theme_of(row: Sequence[str], *, edge: bool) -> tuple[Theme, list[str]] | None:
    """What the words of a block speak of, and those that show it, the strong ones first; or None."""
    if not 2 < len(row) <= _MOST_WORDS or not _NEWS.isdisjoint(row):
        return None
    own = {*row, *map(" ".join, pairwise(row))}
    if own.isdisjoint(_strong()):
        return None
    told = not _TOLD.isdisjoint(row)
    best: tuple[int, Theme, list[str]] | None = None
    for theme in THEMES:
        strong = own & theme.strong
        if not strong or (theme.edge and not edge):
            continue
        covered = {part for word in strong for part in word.split()}
        weak = own & theme.weak - covered
        weight = 2 * len(strong) + len(weak)
        share = sum(word in covered or word in theme.weak for word in row) / len(row)
        dense = len(row) <= _FEW and share >= _NEARLY_ALL and len(row) > 2
        if (
            (theme.told and not told and not (dense and len(strong) > 1))
            or weight < theme.enough - 2 * dense
            or share < _LEAST_SHARE
        ):
            continue
        if best is None or weight > best[0]:
            best = weight, theme, sorted(strong) + sorted(weak)
    return best and best[1:]
