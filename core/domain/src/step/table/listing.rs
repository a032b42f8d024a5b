//! A proposal for the register: after review its steps happen outside and are recorded here
//! (Guideline IV.B, IV.C.3(1a)).

use crate::case::CaseState::{
    Draft, NotRegistered, PrelistReturned, PrelistReviewed, Prelisted, Proposed, Registered,
    Verified, VillageMeeting,
};
use crate::case::state::OPEN_L;
use crate::clock::Clock;
use crate::queue::Queue;
use crate::step::Asked::{Correct, Desk, Import, Submit};
use crate::step::Guard as G;
use crate::step::To::One;
use crate::step::{Effect, Step, StepId as S, Time};

const LISTING: &[Time] = &[Time::Start(Clock::Listing)];

pub(super) const STEPS: [Step; 10] = [
    Step::new(S::L1, "Kirim usulan", "Send the proposal")
        .way(&[&[Draft]], One(Prelisted))
        .by("L", "fs fop fo bo bop")
        .must(&[G::ListingComplete])
        .asked(&[Submit, Desk])
        .opens(&[Queue::Review])
        .time(&[Time::Start(Clock::Review)]),
    Step::new(S::L2, "Terima usulan", "Accept the proposal")
        .way(&[&[Prelisted]], One(PrelistReviewed))
        .by("L", "spv mj")
        .must(&[G::Note])
        .closes(&[Queue::Review])
        .opens(&[Queue::Listing, Queue::Inform])
        .time(LISTING),
    Step::new(S::L3, "Kembalikan usulan", "Return the proposal")
        .way(&[&[Prelisted]], One(PrelistReturned))
        .by("L", "spv mj")
        .must(&[G::FieldNotes])
        .closes(&[Queue::Review])
        .opens(&[Queue::Correction])
        .then(&[Effect::ReturnRows])
        .time(&[Time::Start(Clock::Correction)]),
    Step::new(S::L4, "Kirim perbaikan usulan", "Send the corrected proposal")
        .way(&[&[PrelistReturned]], One(Prelisted))
        .by("L", "fs fop fo bo bop")
        .must(&[G::AuthorOrStandIn])
        .asked(&[Correct, Desk])
        .closes(&[Queue::Correction])
        .opens(&[Queue::Review])
        .then(&[Effect::NextRound])
        .time(&[Time::Start(Clock::Review)]),
    Step::new(S::L5, "Catat musdes/muskel", "Record the village meeting")
        .way(&[&[PrelistReviewed]], One(VillageMeeting))
        .by("L", "fop bop kp fo bo")
        .must(&[G::Minutes])
        .time(LISTING),
    Step::new(S::L6, "Catat hasil verval", "Record the verification")
        .way(&[&[VillageMeeting]], One(Verified))
        .by("L", "fo bo")
        .must(&[G::Verification])
        .asked(&[Desk, Import])
        .time(LISTING),
    Step::new(S::L7, "Catat surat bupati/wali kota", "Record the regent's letter")
        .way(&[&[Verified]], One(Proposed))
        .by("L", "fo bo")
        .must(&[G::RegentLetter])
        .asked(&[Desk, Import])
        .time(LISTING),
    Step::new(S::L8, "Catat penetapan", "Record the entry")
        .way(&[OPEN_L], One(Registered))
        .by("L", "fo bo system")
        .must(&[G::ProposedByHand])
        .asked(&[Desk, Import])
        .closes(&[Queue::Review, Queue::Correction, Queue::Listing])
        .opens(&[Queue::Inform])
        .then(&[Effect::RegisterPasses])
        .time(&[Time::End]),
    Step::new(S::L9, "Catat tidak ditetapkan", "Record that it was not entered")
        .way(&[&[VillageMeeting, Verified, Proposed]], One(NotRegistered))
        .by("L", "fo bo")
        .must(&[G::Reason])
        .asked(&[Desk, Import])
        .closes(&[Queue::Listing])
        .opens(&[Queue::Inform])
        .time(&[Time::End]),
    Step::new(S::L10, "Kembalikan ke pencatat", "Return to the recorder")
        .way(&[&[PrelistReviewed, VillageMeeting, Verified, Proposed]], One(PrelistReturned))
        .by("L", "fo bo")
        .must(&[G::FieldNotes])
        .asked(&[Desk, Import])
        .closes(&[Queue::Listing])
        .opens(&[Queue::Correction])
        .then(&[Effect::ReturnRows])
        .time(&[Time::Start(Clock::Correction)]),
];
