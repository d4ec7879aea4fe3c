//! The words of plans and of facts. A word is listed once, here or among the words that judge.

use super::{Cue, Points};

/// The groups.
pub(super) const TELLING: &[Cue] = &[
    // What a thing is by its licence, its owner or its seat.
    Cue {
        points: Points { speculative: -7, planned: -6 },
        phrases: "are available, are licensed, are open source, are open-source, are open-weight, \
            are proprietary, is a subsidiary, is available, is based in, is called, is closed source, \
            is closed-source, is free, is headquartered, is known as, is led by, is licensed, \
            is listed on, is open source, is open weight, is open-source, is open-weight, is owned by, \
            is part of, is proprietary, is run by",
    },
    // What is compared or told beside the point is known.
    Cue { points: Points { speculative: -4, planned: 0 }, phrases: "most, only, than, which" },
    // What the text itself does.
    Cue {
        points: Points { speculative: -8, planned: -8 },
        phrases: "the article, this article, this paper, this piece, this post, this report",
    },
    // Announced, intended, talked about.
    Cue {
        points: Points { speculative: -2, planned: 34 },
        phrases: "agreed to spend, aim to, aimed at, aiming to, aims for, aims to, announced it will, \
            announced it would, announced plans, anticipating, approved plans, are exploring, \
            are planning, are set to, by year end, by year-end, coming years, commits to spend, \
            committed to building, committed to buy, committed to buying, committed to invest, \
            committed to publishing, committed to spend, considering, considers, contemplating, \
            discussing, due online, due to come, due to open, due to start, early talks, \
            early-stage talks, earmarked, evaluating, expected to be completed, expected to be powered, \
            expected to begin, expected to launch, expected to open, expected to start, explores, \
            exploring, expressed interest, eyeing, filed for, five year plan, goal of, has agreed to, \
            has plans, has proposed, have agreed to, have plans, hopes to, in discussions, \
            in negotiations, in talks, in the coming, in the planning, in the works, intend to, \
            intended to, intends to, intention to, is considering, is expected around, \
            is expected to announce, is expected to bring, is expected to formally, is expected to reveal, \
            is exploring, is filing, is launching, is looking at, is negotiating, is planning, \
            is planning to, is preparing, is set to, is weighing, later this year, letter of intent, \
            looking at, looking to, memorandum of understanding, mulling, mulls, negotiating, next year, \
            on the table, outlined plans, over the next, plan, plan to, planned, planned to, planning a, \
            planning to, plans, plans a, plans are, plans for, plans to, pledged, pledged to, pledges, \
            pledges to, preparing to, promised, promised to, promises to, proposed, proposed to, \
            proposes to, roadmap, said he would, said it will, said it would, said she would, \
            said they would, says it will, scheduled, scheduled for, seeking to, seeks to, set to, \
            set to be, slated, slated for, slated to, targeted for, targeting, targets, the goal, \
            to be built, to be delivered, to be powered, to bring online, to come online, to explore, \
            under construction, under discussion, under negotiation, vowed to, want to, wanted to, wants, \
            wants to, weighing, weighs, will examine, will explore, will go toward, will match, \
            will reach, would invest",
    },
    // What somebody is about to do, seldom said of anything else.
    Cue {
        points: Points { speculative: -3, planned: 13 },
        phrases: "ambitions, as early as, as part of a, as soon as next, at a later date, \
            by the end of 2026, by the end of 2027, by the end of 2028, come online, comes online, \
            coming online, commits to, committed to, due in, early stage talks, expected in, exploring a, \
            expressed interest in, follow in, going live in, in development, in planning, intends, \
            intention, interested in, is building, is developing, is to build, is to buy, is to invest, \
            is to sell, is to supply, is to use, is working on, launch partner, next generation, \
            option to, phase one, phase two, planned for, potential deal, preparing, proposal, proposes, \
            proposing, seeking, sign off, standing up, tapped to, tentative, to deliver, to deploy, \
            to open, to power, to restart, to run, to supply, to support, to train, to use, \
            under development, upcoming, weighing a, will add, will allow, will be built, will be paired, \
            will be powered, will be used, will become operational, will begin, will bring, will build, \
            will buy, will come online, will construct, will continue, will create, will deliver, \
            will deploy, will develop, will expand, will help, will host, will include, will install, \
            will invest, will launch, will lease, will move, will offer, will open, will operate, \
            will own, will pay, will power, will provide, will purchase, will receive, will release, \
            will rent, will roll out, will run, will sell, will serve, will ship, will spend, will start, \
            will supply, will support, will take, will train, will use, will work, would add, would build, \
            would buy, would create, would give, would let, would offer, would pay, would provide, \
            would sell, would spend, would supply, would use",
    },
    // Made known, done or not.
    Cue {
        points: Points { speculative: -1, planned: 10 },
        phrases: "announced, announcement, announcements, announces, announcing, reported collaborations",
    },
    // What something is for, and when it starts.
    Cue {
        points: Points { speculative: 3, planned: 12 },
        phrases: "first phase, first power, online by, operational by, start in, starting in, to bring, \
            to build, to create, to develop, to expand, to invest, to launch, to raise, to roll out, \
            to sell, to spend, with deployment",
    },
    // Who made it known.
    Cue {
        points: Points { speculative: 6, planned: 13 },
        phrases: "according to, axios, blog post, bloomberg, cnbc, confirmed that, earnings call, filing, \
            filings, memo, press release, report said, reported that, reporting, reports that, reuters, \
            said in, said it, says it, says that, statement, the information, told reporters, \
            was reported, wrote in",
    },
    // Verbs of things done, and of standing facts.
    Cue {
        points: Points { speculative: -8, planned: -8 },
        phrases: "accepted, accounted for, accounts for, acquired, added, agreed, assembles, averaged, \
            backed, based in, became, began, bought, builds, built, buys, came, chose, cites, clocked, \
            closed, collaborated, completed, comprises, confirmed, consumed, consumes, contains, \
            costs about, covers, created, currently, debuted, decided, declined, delivered, deployed, \
            described, designed, designs, developed, develops, did, disclosed, donated, doubled, draw, \
            draws, dropped, employed, employs, ended, entered, established, exceeds, expanded, fabricates, \
            feeds, fell, filed, fined, formed, found, founded, gave, generated, got, grew, had, handles, \
            has, has been, has built, has no, has three, has two, hired, hit, holds, hosted, hosts, \
            houses, includes, introduced, invested, is based, is listed, is located, is owned, is running, \
            issued, joined, jumped, killed, known as, labeled, laid off, launched, leased, leases, led, \
            left, listed, lost, made, maintains, makes chips, makes its, manufactures, met, moved, named, \
            nicknamed, noted, offered, opened, operated, operates, owns, paid, partnered, passed, peaked, \
            posted, powers, priced, prints, produced, produces, promoted, provided, published, purchased, \
            quit, raised, ran, ranked, ranks, reached, received, recorded, registered, released, rented, \
            rents, replaced, reported, resigned, responded, revealed, rose, runs, runs on, said, saw, \
            secured, selected, sells, shipped, showed, signed, signs, sits, sold, spans, spent, spun, \
            stands at, started, stood at, struck, sued, supplied, supplies, supports, surged, surpassed, \
            tested, told, took, totaled, totals, traded, trades, trained, trains, trains on, tried, \
            tripled, unveiled, used, uses, was built, was founded, was launched, was released, went, \
            were released, won, worked, wrote, yielded",
    },
    // Times up to now.
    Cue {
        points: Points { speculative: -4, planned: -4 },
        phrases: "2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, \
            already, april, august, december, february, have been, january, july, june, last month, \
            last week, last year, march, months after, november, now, october, september, so far, to date, \
            today, yesterday",
    },
];
