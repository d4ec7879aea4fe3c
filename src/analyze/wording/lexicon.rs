//! The classes of English words. Regular verbs are inflected when the vocabulary is made, so that nothing is stemmed later.

use std::ops::BitOr;

/// The classes of one word; a word may be of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::analyze) struct Class(u16);

impl Class {
    /// Of no class.
    pub(in crate::analyze) const NONE: Self = Self(0);
    /// Finite wherever it stands: is, has, will.
    pub(in crate::analyze) const FINITE: Self = Self(1);
    /// The rest of a contraction: s, ve, ll.
    pub(in crate::analyze) const CONTRACTED: Self = Self(1 << 1);
    /// Third person of the present: sells.
    pub(in crate::analyze) const THIRD: Self = Self(1 << 2);
    /// Past tense: sold, took.
    pub(in crate::analyze) const PAST: Self = Self(1 << 3);
    /// Past participle: sold, taken.
    pub(in crate::analyze) const PARTICIPLE: Self = Self(1 << 4);
    /// Base form: sell.
    pub(in crate::analyze) const BASE: Self = Self(1 << 5);
    /// A form that is as often a noun: plan, costs.
    pub(in crate::analyze) const NOUN: Self = Self(1 << 6);
    /// the, its, some.
    pub(in crate::analyze) const DETERMINER: Self = Self(1 << 7);
    /// of, with, between.
    pub(in crate::analyze) const PREPOSITION: Self = Self(1 << 8);
    /// A pronoun that is a subject: it, they, this, who.
    pub(in crate::analyze) const SUBJECT: Self = Self(1 << 9);
    /// A pronoun in the plural, or I and you.
    pub(in crate::analyze) const PLURAL_SUBJECT: Self = Self(1 << 10);
    /// them, us, itself.
    pub(in crate::analyze) const OBJECT: Self = Self(1 << 11);
    /// not, also, quietly.
    pub(in crate::analyze) const ADVERB: Self = Self(1 << 12);

    /// Of both.
    pub(in crate::analyze) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True where all of `other` are among its classes.
    pub(in crate::analyze) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// True where one of `other` is among its classes.
    pub(in crate::analyze) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Class {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

/// The classes of a word that is in no list.
pub(super) fn by_ending(lower: &[u8]) -> Class {
    match lower {
        _ if lower.len() > 4 && lower.ends_with(b"ly") => Class::ADVERB,
        _ if regular_past(lower) => Class::PAST | Class::PARTICIPLE,
        _ => Class::NONE,
    }
}

/// Looks like a past form of a verb that the tables do not hold.
fn regular_past(lower: &[u8]) -> bool {
    lower.len() > 3 && lower.ends_with(b"ed") && !lower.ends_with(b"eed") && lower != b"hundred"
}

/// Calls `add` with each listed word and one of its classes.
pub(super) fn each_listed(mut add: impl FnMut(&str, Class)) {
    for (class, list) in CLOSED {
        list.split_ascii_whitespace().for_each(|word| add(word, *class));
    }
    for verb in VERBS.split_ascii_whitespace() {
        regular(verb, Class::NONE, &mut add);
    }
    for verb in NOUNS_TOO.split_ascii_whitespace() {
        regular(verb, Class::NOUN, &mut add);
    }
    for line in IRREGULAR.split(',') {
        let mut forms = line.split_ascii_whitespace();
        if let (Some(base), Some(past)) = (forms.next(), forms.next()) {
            irregular(base, past, forms.next().unwrap_or(past), &mut add);
        }
    }
}

fn regular(verb: &str, noun: Class, add: &mut impl FnMut(&str, Class)) {
    add(verb, Class::BASE | noun);
    add(&third_person(verb), Class::THIRD | noun);
    add(&past(verb), Class::PAST | Class::PARTICIPLE);
}

fn irregular(base: &str, past: &str, participle: &str, add: &mut impl FnMut(&str, Class)) {
    let is_noun = IRREGULAR_NOUNS.split_ascii_whitespace().any(|noun| noun == base);
    let noun = if is_noun { Class::NOUN } else { Class::NONE };
    add(base, Class::BASE | noun);
    add(&third_person(base), Class::THIRD | noun);
    add(past, Class::PAST);
    add(participle, Class::PARTICIPLE);
}

fn third_person(verb: &str) -> String {
    if let Some(stem) = consonant_y(verb) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| verb.ends_with(end));
    format!("{verb}{}", if hisses { "es" } else { "s" })
}

fn past(verb: &str) -> String {
    if let Some(stem) = consonant_y(verb) {
        return format!("{stem}ied");
    }
    if verb.ends_with('e') {
        return format!("{verb}d");
    }
    let doubled = DOUBLED.split_ascii_whitespace().any(|double| double == verb);
    match verb.chars().last() {
        Some(last) if doubled => format!("{verb}{last}ed"),
        _ => format!("{verb}ed"),
    }
}

/// The stem of a verb in consonant and y: deploy has none, carry has carr.
fn consonant_y(verb: &str) -> Option<&str> {
    verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

const CLOSED: &[(Class, &str)] = &[
    (
        Class::FINITE,
        "is are was were am has have had do does did will would can could may might must shall should cannot isn aren \
         wasn weren hasn haven hadn don doesn didn wouldn couldn shouldn ain gonna",
    ),
    (Class::CONTRACTED, "s re ve ll d m"),
    (
        Class::DETERMINER,
        "a an the this that these those my your his her its our their some any each every no another both either \
         neither all most many several more fewer less such which whose",
    ),
    (
        Class::PREPOSITION,
        "of in on at by for from with without to into onto over under between among across through during before \
         after since until about against around behind beyond despite toward towards per via within like unlike as \
         than amid alongside near",
    ),
    (
        Class::SUBJECT,
        "it he she they we i you who this that there these those here what someone everyone nobody one many others some",
    ),
    (Class::PLURAL_SUBJECT, "they we i you these those who many others some"),
    (Class::OBJECT, "them us me him itself themselves himself how what whether why that"),
    (
        Class::ADVERB,
        "not also already now still even only just never always often soon then again once almost further",
    ),
];

/// Verbs whose forms are seldom nouns.
const VERBS: &str = "abandon absorb accelerate accept accompany achieve acknowledge acquire adapt add adjust admit adopt \
    advertise allocate allow amass analyze announce anticipate appear apply appoint argue arrange arrive \
    assemble assert assign assist assume attract automate avoid await back believe belong block boast \
    bolster brace break broadcast broker bundle calculate call cancel capture carry cease cement \
    characterize check cite clarify clear collaborate collect combine commercialize commission commit \
    compare compensate compete compile complain complete comply compress comprise concede concern \
    conclude conduct confirm confront connect conserve consider consist consolidate constrain construct \
    consult consume contain contend continue contradict contribute convene convert convince cover create \
    criticize decide declare decline deepen defend define deflate degrade delegate deliver demonstrate \
    deny depend depict deploy derive describe deserve destroy detect deter determine develop differ \
    disagree disappear disappoint disband disclose discover discuss disrupt distribute diversify dodge \
    dominate donate drop dwarf earn ease embark embed embrace emerge emphasize employ empower enable \
    encounter encourage endorse enforce engage enhance enjoy enlist ensure enter entice equip erect erode \
    eschew establish evade evaluate evolve exaggerate examine exceed exclude execute exist expand expect \
    explain explode exploit explore expose extend fabricate face fail falter fasten favor finish fit flee \
    flourish follow force forge formalize frame fund furnish gain gather generalize generate grant \
    guarantee halve handle happen harness hasten help hide highlight hire hoard host house identify \
    ignore illuminate illustrate imagine impede implement imply import impose impress improve inaugurate \
    include incorporate incur indicate inflate inform inherit inject insist inspire install instruct \
    insulate integrate intend intensify introduce invent invest involve irritate jettison join justify \
    lack languish launch learn license liquidate live loan lobby locate loosen lower maintain manage \
    manufacture match mature merge migrate minimize mirror mitigate modernize monetise monetize mothball \
    motivate multiply narrow need negotiate nurture oblige observe obtain occur offset operate opt \
    optimize outclass outgun outlast outpace outperform outsource outstrip overcome overhaul overpay \
    oversee overstate overwhelm own patent peg penalize permit persist persuade pick pitch plummet plunge \
    poach point ponder position possess postpone pounce pour practice praise predict prefer prepare \
    present preserve prevail prevent prioritize process procure produce prohibit project proliferate \
    promote propose prosper prove provide prune publish pull punish pursue push quadruple qualify \
    quantify question race raise reach react realize rebound rebrand recall receive recognize recommend \
    recoup recruit rectify redefine redesign redirect redraw reduce refer refinance refine reflect \
    refurbish refuse regain regard regret regulate reinforce reinvent reiterate reject relate relax \
    relinquish relocate rely remain remind remove render renegotiate renew renounce reopen replace \
    replicate represent repurpose require resemble reserve resist resolve respond resume retain retire \
    retrain retrofit reuse revamp reveal revise revive revoke rival roll sacrifice satisfy save scale \
    schedule scrap scrutinize secure seem select sense serve shape shelve ship shun shutter sign signal \
    simplify skip skyrocket slash slow snap soar solicit solidify solve specialize specify speed sponsor \
    stagnate standardize start state stem stockpile stop strengthen stress stumble submit subsidize \
    substitute succeed sue suffer suggest suit summarize summon supersede supplant supply surface surge \
    surpass surprise surround survive suspect sustain switch tackle tend thrive tie tighten tolerate \
    topple touch tout tower transform translate treat trim triple trumpet try tumble turn undercut \
    undermine underpin underscore unify unload unlock unveil update upend upgrade urge use utilize vacate \
    validate vanish vary view violate visit vow wait want warn weaken wean weigh welcome widen wither \
    withstand woo work worsen yield";

/// Verbs of which base form and third person are as often nouns.
const NOUNS_TOO: &str = "access account address advance advantage aim answer appeal approach attack attempt attribute auction \
    average balance ban base benchmark benefit boost border budget burden buzz bypass cap care cause \
    challenge change charge claim climb close comment compound contract contrast control cool count court \
    craft crash credit deal debate decrease delay demand design detail dip double dump echo edge \
    eliminate end estimate exchange exercise exit experience experiment export fab factor feature figure \
    film finance flow focus forecast fuel function gamble gauge grab group guide halt haul heat hike hint \
    hit hope impact increase influence influx interest invite issue judge jump key label lag land lapse \
    last layer leak leap lease level leverage limit line link list load lock look lure map mark market \
    matter measure mention mine miss model monitor mount move name note number offer open order outline \
    overlap pace package pair parallel partner pause peak phase pilot pioneer place plan plant play \
    pledge plot plug pool post power presence press pressure price profit program progress promise prompt \
    purchase queue raid rally range rank rate reason record release remedy rent repair repeat report \
    request research reset respect rest restart result retreat return reward ripple risk rule rush sail \
    sample scan scope score seal search segment share shift sidestep sketch slump snub sound source spark \
    spot squeeze stack stage stake stall stamp standard starve step stock stoke store strain stream \
    struggle study style sum support survey swing tap target task team tease test thwart time tip toll \
    top total trace track trade train transfer trend trigger trust tweak value volunteer vote wage wager \
    warm warrant waste watch weather whip wonder worry wrap";

/// Base, past and, where it differs, participle.
const IRREGULAR: &str = "arise arose arisen, awake awoke awoken, bear bore borne, beat beat beaten, become became become, \
    begin began begun, bend bent, bet bet, bid bid, bind bound, bite bit bitten, bleed bled, blow blew \
    blown, break broke broken, breed bred, bring brought, build built, burn burned, buy bought, catch \
    caught, choose chose chosen, cling clung, come came come, cost cost, cut cut, deal dealt, dig dug, \
    draw drew drawn, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight \
    fought, find found, fly flew flown, forbid forbade forbidden, foresee foresaw foreseen, forget forgot \
    forgotten, forgive forgave forgiven, freeze froze frozen, get got, give gave given, go went gone, \
    grind ground, grow grew grown, hang hung, hear heard, hide hid hidden, hit hit, hold held, hurt hurt, \
    keep kept, know knew known, lay laid, lead led, lean leaned, leave left, lend lent, let let, lie lay \
    lain, light lit, lose lost, make made, mean meant, meet met, mislead misled, offset offset, outbid \
    outbid, outdo outdid outdone, outgrow outgrew outgrown, outrun outran outrun, outsell outsold, \
    outspend outspent, overcome overcame overcome, override overrode overridden, oversee oversaw \
    overseen, overspend overspent, overtake overtook overtaken, pay paid, put put, quit quit, read read, \
    rebuild rebuilt, redo redid redone, repay repaid, resell resold, rethink rethought, rewrite rewrote \
    rewritten, ride rode ridden, ring rang rung, rise rose risen, run ran run, say said, see saw seen, \
    seek sought, sell sold, send sent, set set, shake shook shaken, shed shed, shoot shot, show showed \
    shown, shrink shrank shrunk, shut shut, sink sank sunk, sit sat, sleep slept, slide slid, speak spoke \
    spoken, spend spent, split split, spring sprang sprung, stand stood, steal stole stolen, stick stuck, \
    strike struck, sublet sublet, swap swapped, swear swore sworn, sweep swept, take took taken, teach \
    taught, tear tore torn, tell told, think thought, throw threw thrown, undercut undercut, undergo \
    underwent undergone, understand understood, undertake undertook undertaken, undo undid undone, uphold \
    upheld, upset upset, wear wore worn, weave wove woven, win won, wind wound, withdraw withdrew \
    withdrawn, withhold withheld, write wrote written";

/// Irregular verbs of which base form and third person are as often nouns.
const IRREGULAR_NOUNS: &str = "bet bid bite blow break build burn catch cost cut deal draw drive fall feed fight find grow hang hit \
    hold lay lead light ride ring run set shake shed shot show sink slide split spring stand strike swap \
    sweep tear wear win wind";

/// Regular verbs that double their last letter.
const DOUBLED: &str = "admit ban bar cancel cap commit control dip drop embed equip fab fit grab incur lag map outfit \
    outstrip peg permit plan plot plug prefer refer scrap ship shun skip slip snub spot stem step stop \
    submit swap tap tip top trim whip wrap";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::wording::Cut;

    fn class(word: &str) -> Class {
        Cut::of_language(word).whole().class(0)
    }

    #[test]
    fn verbs_are_inflected_by_their_spelling() {
        for form in ["carried", "deploys", "planned", "reaches", "leased", "supplies"] {
            assert!(class(form).any(Class::PAST | Class::THIRD), "{form}");
        }
        assert!(class("took").has(Class::PAST) && !class("took").has(Class::PARTICIPLE));
        assert!(class("costs").has(Class::NOUN | Class::THIRD));
        assert!(class("quietly").has(Class::ADVERB));
        assert_eq!(class("turbine"), Class::NONE);
    }
}
