//! The words of forecasts, conditions, judgements and arguments. A word is listed once, here or among the words that tell.

use super::{Cue, Points};

/// The groups.
pub(super) const JUDGING: &[Cue] = &[
    // Possibility and obligation.
    Cue {
        points: Points { speculative: 15, planned: 2 },
        phrases: "allegedly, apparently, arguably, cannot afford to, conceivable, conceivably, could, \
            had better, has to, have to, hypothetical, hypothetically, i think, imaginable, in theory, \
            may, might, must, need to, needs to, ought, ought to, plausibly, possibilities, possibility, \
            possible, possibly, potential, remains unclear, should, uncertain, we think, would",
    },
    // What would have to be so.
    Cue {
        points: Points { speculative: 10, planned: -3 },
        phrases: "as long as, as soon as, assuming, by the time, depend on, depending on, depends on, \
            even if, if, in that case, once, only if, otherwise, provided that, so long as, the moment, \
            then, unless, until, when a, when you, whether",
    },
    // What could be done.
    Cue { points: Points { speculative: 7, planned: 0 }, phrases: "able to, can, can't, cannot, capable of" },
    // Guesses, forecasts, and numbers that nobody has counted yet.
    Cue {
        points: Points { speculative: 20, planned: 9 },
        phrases: "anticipate, base case, bear case, bearish, bull case, bullish, consensus, could be, \
            estimate, estimated, estimates, expectation, expectations, expected growth, expected revenue, \
            expected to become, expected to exceed, expected to grow, expected to reach, forecast, \
            forecasts, guidance, if successful, implied, implying, in the future, likely, long term, \
            may be, maybe, might be, needed through, needed to, next decade, next few years, odds, \
            on pace to, on the horizon, on track to, outlook, path to, peak, perhaps, poised to, \
            potentially, predicted, prediction, predicts, projected, projected to, projection, \
            projections, remains to be seen, risk of, scenario, scenarios, see if, set to become, someday, \
            soon, sooner or later, speculation, tbd, time will tell, watch, watch for, wave of, \
            whether or not, will be, will have, will need, will not, would be, would mean, would not",
    },
    // Said of plans and of forecasts alike.
    Cue {
        points: Points { speculative: 10, planned: 10 },
        phrases: "anticipated, anticipates, are expected to, expect, expected, expected to, expects, \
            is expected, is expected to",
    },
    // What is to come, whoever says so.
    Cue {
        points: Points { speculative: 15, planned: 15 },
        phrases: "'ll, eventually, going to, is about to, over time, will, won't, years away",
    },
    // Verbs that read a meaning into facts, or hold an opinion.
    Cue {
        points: Points { speculative: 13, planned: 7 },
        phrases: "appear, appeared, appears, argue, argued, argues, arguing, argument is, belief, believe, \
            believes, claim is, critics, demonstrates, feel, feels, feels like, frames, framing, implies, \
            imply, in hindsight, in practice, indicate, indicates, insisted, looks like, mean, means, \
            point is, praised, reflect, reflects, represent, represents, reveal, reveals, seem, seemed, \
            seems, signaled, signals, skeptical, skepticism, sounded, sounds, suggest, suggested, \
            suggestion, suggests, think, thinks, thought, underscores",
    },
    // Verbs by which abstract things act.
    Cue {
        points: Points { speculative: 7, planned: 3 },
        phrases: "accelerates, acknowledges, add up, adds, adds up, aligns, aligns with, amounts to, \
            amplifies, appeal, appeals, attracts, avoids, beats, become, becomes, benefit, benefits, \
            boils down, breaks, brings, carries the, cements, changes, collapses, comes down, compounds, \
            concentrates, continues to, contradicts, controls, counts, create, creates, decides, defines, \
            depends, deserves, determines, disappears, drive, drives, drops, dwarfs, easy to, embeds, \
            enables, encourages, endures, ensure, ensures, erodes, establishes, explains, exposes, fail, \
            failed, fails, falls short, favors, fits, flows, follows, force, forces, gains, gets, gives, \
            goes, grows into, guarantees, happens, hard to, helps, hides, highlights, hits, hurts, \
            illustrates, improves, increases, insulates, invites, justifies, keeps the, kills, lacks, \
            lands, leads, leaves, lets, locks, looks, loses, lowers, makes a, makes it, makes sense, \
            makes the, makes this, mark, marks a, marks the, matter, matters, maximizes, minimizes, \
            mirrors, moves, moving, multiplies, narrows, necessitate, necessitates, needs, overlooks, \
            pays off, places, plays, points, pools, poses, positions, prioritizes, proves, pulls, pushes, \
            puts, raises questions, raises the, reads, redefines, reduces, reinforces, removes, replacing, \
            requires, resembles, reshapes, rests, rewards, rides, runs out, says, scales, serves, sets, \
            shapes, shift, shifting, shifts, shows, sidesteps, slows, solidifies, solves, speaks, \
            squeezes, stands, stays, stops, strengthens, struggle, struggles, suffers, suits, survives, \
            takes the, tells, tends, thrives, tightens, tilts, transforms, translates, turning, turns, \
            underlines, undermines, unlocks, validates, vanishes, weakens, works out",
    },
    // Words that judge.
    Cue {
        points: Points { speculative: 5, planned: -8 },
        phrases: "absolute, absurd, advantageous, aggressive, ambitious, anything, appealing, astonishing, \
            attractive, awkward, bad, beautiful, best, better, biggest, blunt, bold, brilliant, brutal, \
            calculated, careful, cautionary, central, cheap, cleanest, clear, clever, comfortable, common, \
            compelling, competitive, complicated, concerning, constant, convenient, core, costly, crazy, \
            credible, critical, crucial, cruel, curious, damning, dangerous, deadly, decisive, deep, \
            defensible, delusion, desperate, devastating, difficult, disruption, disruptive, dominant, \
            doomed, dramatically, dream, easier, easy, effective, efficient, elegant, embarrassment, \
            enormous, entire, essential, everyone, everything, exciting, exclusive, existential, \
            expensive, explicit, extraordinary, failure, fair, false, fascinated, fascinating, fast, \
            faster, favorable, feasible, fierce, final, flawed, formidable, fortunately, fragile, \
            frightening, fundamental, fundamentally, game changer, generous, genuine, genuinely, gigantic, \
            glaring, good, great, greatest, hard, harder, healthy, high, highly, honest, hopeless, huge, \
            humble, hype, ideal, immense, important, impossible, impressive, increasingly, incredible, \
            inevitable, inextricably, inferior, insane, intelligent, intense, interesting, invisible, \
            irrelevant, lazy, legitimate, logical, loud, low, loyal, lucky, lucrative, madness, magical, \
            main, massive, mature, meaningful, meaningfully, mere, messy, misleading, mistake, modest, \
            naive, narrow, natural, neat, necessary, nice, nightmare, nimbly, noisy, notable, notably, \
            obvious, odd, optimistic, ordinary, overblown, overly, painful, paramount, perfect, \
            pessimistic, pivotal, plain, plausible, pointless, powerful, pragmatic, precious, predictable, \
            premature, pretty, profound, prohibitively, promising, proud, pure, questionable, race, \
            radical, rapidly, rare, rational, ready, real, reasonable, reckless, relentless, relevant, \
            reliable, remarkable, resilient, revolution, revolutionary, rich, ridiculous, right, risky, \
            robust, rough, sad, safe, sane, scary, sensible, serious, seriously, sharp, shrewd, silly, \
            simple, simply, sloppy, slow, small, smart, smarter, sobering, solid, sound, staggering, \
            stale, stark, straightforward, strange, strategic, striking, strong, stronger, structural, \
            stubborn, stunning, stupid, subtle, successful, sufficient, superior, surprising, \
            surprisingly, suspicious, sustainable, swift, telling, temporary, tempting, terrible, thin, \
            tight, tipping point, tough, tragic, transformative, tremendous, tricky, trivial, true, truly, \
            ugly, ultimate, unclear, unfair, unforgiving, unfortunately, unlikely, unlimited, \
            unprecedented, unrealistic, unreasonable, unstable, untenable, unusual, unusually, urgent, \
            useful, useless, vague, valuable, vast, viable, vital, vulnerable, wake up call, wasteful, \
            weak, weaker, weird, welcome, whole, wild, willing, winner, wiser, worse, worst, worth, wrong",
    },
    // Nouns that arguments are about.
    Cue {
        points: Points { speculative: 8, planned: -3 },
        phrases: "adoption, advantage, advantages, ambition, answer, appetite, approach, argument, \
            assumption, bargain, barrier, battle, behavior, bet, bets, betting, bluff, blunder, boom, \
            bottleneck, breakthrough, bubble, burden, business, business model, capability, case, \
            catastrophe, catch, chance, choice, clue, commitment, competition, competitor, competitors, \
            complexity, concern, concerns, confidence, consequence, consequences, constraint, constraints, \
            contest, cost, costs, credibility, crisis, criticism, crown, culture, danger, dead end, \
            debate, demand, dependence, dependency, difference, differentiator, dilemma, disaster, \
            discipline, dominance, downside, dynamic, economics, economy, ecosystem, edge, efficiency, \
            emphasis, endgame, era, evidence, excuse, execution, exposure, fact, failures, farce, fear, \
            fears, fiasco, fight, flexibility, focus, fundamentals, future, gamble, game, gap, \
            geopolitics, gift, godsend, governance, growth, harm, headache, history, honesty, hope, hopes, \
            hurdle, idea, illusion, implications, incentive, incentives, industry, innovation, \
            integration, irony, joke, key, kind of, landscape, layer, lead, legacy, lesson, lever, \
            leverage, liability, limits, lock in, logic, luxury, margin, margins, market, masterstroke, \
            math, milestone, mindset, mission, mistakes, moat, moment, momentum, motivation, move, \
            mystery, narrative, necessity, numbers, obstacle, opinion, opportunity, optionality, options, \
            outcome, pain, paradigm, path, pattern, payoff, pendulum, perspective, philosophy, picture, \
            play, position, posture, premium, pressure, price of, pricing power, priority, problem, \
            problems, promise, proof, proposition, purpose, push, question, questions, reach, reality, \
            reason, recipe, reputation, resilience, responsibility, returns, risk, risks, rivalry, rivals, \
            roi, role, scale, scandal, scarcity, secret, security, sense, shame, shape, shortcut, signal, \
            situation, skill, solution, sovereignty, speed, spread, stakes, stance, story, strategy, \
            strength, success, supremacy, survival, swing, symptom, table stakes, target, technology, \
            temptation, tension, theme, thesis, thing, things, threat, threats, tradeoff, tradeoffs, \
            tragedy, trajectory, trap, trend, trends, trick, triumph, trouble, trust, truth, turn, twist, \
            uncertainty, upside, value, victory, vision, vulnerability, war, warning, watershed, way to, \
            ways to, weakness, wealth, winners, wisdom, world",
    },
    // Turns by which an argument makes its point.
    Cue {
        points: Points { speculative: 5, planned: -1 },
        phrases: "bottom line, for companies, for developers, for enterprises, for investors, here's why, \
            is about, is all about, is also, is exactly, is how, is just, is no, is one of, is only, \
            is simply, is that, is the difference, is what, is when, is where, is who, it is a, it is the, \
            it's a, it's the, key takeaway, one thing, one way, that is the, that is why, that's a, \
            that's the, that's why, the argument, the best, the biggest, the claim, the detail, the fix, \
            the idea, the implication, the implications, the irony, the key, the lesson, the moat, \
            the most, the only, the point, the problem, the question, the real, the reason, the story, \
            the takeaway, the thesis, the throughline, the tradeoff, the truth, the winner, there is a, \
            there is no, there's a, there's no, this is a, this is the, this is why, what is, what makes, \
            what matters, what's, which is why, why it matters",
    },
    // What is denied, and what is set against what.
    Cue {
        points: Points { speculative: 2, planned: 1 },
        phrases: "although, are not, aren't, as much as, as opposed to, but, but a, by contrast, despite, \
            doesn't, don't, equally, far, hardly any, in contrast, instead of, is not, isn't, it's not, \
            less, more, neither, never, no longer, no one, nobody, none, nor, not a, not because, \
            not just, not merely, not only, not the, nothing, on the other hand, rather than, \
            unlike, wasn't, whereas, while, without, yet",
    },
    // How much of it is meant: never said of plans.
    Cue {
        points: Points { speculative: 1, planned: -8 },
        phrases: "above all, absolutely, actually, admittedly, ahead of, almost, anyway, as if, as though, \
            at all, at best, at least, at the end of the day, at worst, badly, basically, behind the, \
            broadly, by definition, catch up, certainly, clearly, completely, crucially, deeply, \
            definitely, doubtlessly, enough, entirely, especially, essentially, even, exactly, \
            exactly the, exactly what, fairly, finally, for better or worse, for now, for once, frankly, \
            fully, hardly, honestly, if anything, in effect, in other words, in short, in the end, \
            in the long run, in the short term, in today's, in truth, incredibly, indeed, inherently, \
            ironically, keep up, keeps up, kind, largely, likewise, literally, long run, lose, \
            make no mistake, merely, more importantly, most importantly, mostly, naturally, near term, \
            necessarily, nevertheless, no doubt, no matter, nonetheless, obviously, of course, \
            overwhelmingly, pay off, perfectly, practically, precisely, presumably, pretty much, \
            primarily, probably, put differently, put simply, put together, quietly, quite, rather, \
            really, relatively, roughly speaking, sharply, simply put, so far ahead, so much, somehow, \
            somewhat, sort of, still, suddenly, supposedly, surely, the bigger picture, these days, \
            though, to be clear, to be fair, too little, too many, too much, totally, tries to, try to, \
            trying to, typically, ultimately, undoubtedly, usually, very, virtually, well, win, wins",
    },
];
