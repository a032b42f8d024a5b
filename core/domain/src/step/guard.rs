//! What must be true before a step: names, and the words of a refusal.

use crate::Label;

macro_rules! guards {
    ($($(#[$doc:meta])* $name:ident $key:literal $id:literal $en:literal;)*) => {
        /// A condition of the transition table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Guard { $($(#[$doc])* $name),* }

        impl Guard {
            /// Every guard.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Returns the key on the wire.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }

            /// Returns the sentence of a refusal.
            pub const fn label(self) -> Label {
                match self { $(Self::$name => Label::new($id, $en)),* }
            }
        }
    };
}

guards! {
    /// The step starts from the present state.
    State "state" "Keadaan kasus sudah berubah atau tidak mengizinkan langkah ini." "The case's state has changed or does not allow this step.";
    /// The step exists for this kind.
    Kind "kind" "Langkah ini tidak berlaku untuk jenis keluhan ini." "This step does not apply to this kind of case.";
    /// The role may take it.
    Role "role" "Anda tidak berwenang mengambil langkah ini." "You have no right to take this step.";
    /// The minimum profile is complete; in an emergency the quick one.
    Minimum "minimum" "Profil minimum belum lengkap." "The minimum profile is not complete.";
    /// The full profile is complete, consent included.
    Full "full" "Profil lengkap untuk rujukan belum terpenuhi." "The full profile for a referral is not complete.";
    /// Not private.
    Open "open" "Kasus khusus tidak menempuh langkah ini." "A private case does not take this step.";
    /// Private.
    Private "private" "Langkah ini hanya untuk kasus khusus." "This step is for private cases only.";
    /// No papers are missing that T4 would wait for.
    PapersThere "papers_there" "NIK atau KK belum ada." "NIK or KK is missing.";
    /// Papers are missing, and the case is one that waits for them.
    PapersMissing "papers_missing" "Kasus ini tidak perlu menunggu NIK/KK." "This case need not wait for NIK/KK.";
    /// A suggestion is submitted to review by a facilitator only.
    SuggestionByField "suggestion_by_field" "Saran dari kantor langsung ke Manajer." "A suggestion from an office goes straight to the manager.";
    /// Similar records were shown and, if any, why it is still new.
    SimilarShown "similar_shown" "Jelaskan mengapa kasus serupa tetap dicatat baru." "Say why this is new although similar records exist.";
    /// The answer has text.
    Answer "answer" "Isi jawaban wajib ditulis." "The answer must be written.";
    /// A mode of emergency, or urgent.
    ModeOrUrgent "mode_or_urgent" "Hanya dalam mode kedaruratan atau kasus mendesak." "Only in an emergency or an urgent case.";
    /// Says why.
    Why "why" "Alasan wajib ditulis." "The reason must be written.";
    /// Has a note.
    Note "note" "Catatan wajib ditulis." "A note must be written.";
    /// A note for each field that goes back.
    FieldNotes "field_notes" "Tulis catatan pada isian yang harus diperbaiki." "Write a note at each field to be corrected.";
    /// The supervisor returns only what waits for review.
    ReturnStage "return_stage" "Supervisor hanya mengembalikan yang menunggu telaah." "The supervisor returns only what waits for review.";
    /// The author, or the worker named instead.
    AuthorOrStandIn "author" "Hanya pencatat atau penggantinya." "Only the author or the worker named instead.";
    /// An office that can take it; a Puskesos needs a back officer, a private case a named one.
    UnitReady "unit_ready" "Pilih unit yang memiliki petugas Back Office." "Choose a unit that has a back officer.";
    /// A closing back officer stays within their right.
    ClosingRight "closing_right" "Penutupan ini perlu persetujuan." "This closing needs an approval.";
    /// An outcome that the kind can end with.
    Outcome "outcome" "Hasil tidak sesuai dengan jenis keluhan." "The outcome does not fit the kind of case.";
    /// An enrolment names program and proof.
    Enrolment "enrolment" "Program dan bukti wajib diisi." "Program and proof must be given.";
    /// No open clash on data that decide who gets money, where the step enrols.
    CleanIfEnrolling "clean_if_enrolling" "Data berbeda belum diputuskan." "Differing data have not been settled.";
    /// No open clash, no undecided verdict *same*, on person or household.
    Clean "clean" "Data berbeda atau ganda belum diputuskan." "Differing or double data have not been settled.";
    /// Closing was asked for.
    AsksClose "asks_close" "Yang diminta bukan penutupan." "Closing was not what was asked for.";
    /// Referring was asked for.
    AsksRefer "asks_refer" "Yang diminta bukan rujukan." "A referral was not what was asked for.";
    /// The secretariat asks to close private cases only.
    CloseAskedByUnit "close_asked_by_unit" "Sekretariat menutup sendiri kasus yang tidak khusus." "The secretariat closes a case that is not private by itself.";
    /// Not the person who asked.
    Eyes "eyes" "Yang meminta tidak dapat menyetujui." "Whoever asked cannot approve.";
    /// The manager closes for a Puskesos only when it has no coordinator.
    CloserOfUnit "closer_of_unit" "Koordinator Puskesos yang menyetujui penutupan ini." "The Puskesos coordinator approves this closing.";
    /// Target and draft letter.
    Draft "draft" "Tujuan dan konsep surat wajib diisi." "Target and draft letter must be given.";
    /// A Puskesos refers to the village's own bodies only.
    VillageTarget "village_target" "Puskesos hanya merujuk ke lembaga desa." "A Puskesos refers to bodies of the village only.";
    /// Target, program and level.
    Target "target" "Tujuan rujukan wajib diisi." "The target of the referral must be given.";
    /// Register status allows the program.
    Register "register" "Program mensyaratkan terdaftar pada data acuan." "The program requires the register.";
    /// Another program or level than the one that refused.
    OtherTarget "other_target" "Pilih program atau tingkat lain." "Choose another program or level.";
    /// The target has no login, and the letter's scan, number, date and official are given.
    Behalf "behalf" "Jawaban atas nama pengelola perlu surat yang dipindai, nomor, tanggal dan pejabatnya." "An answer on behalf needs the scanned letter, its number, date and official.";
    /// A reason of refusal and a sentence.
    Reason "reason" "Alasan penolakan dan penjelasan wajib diisi." "Reason and explanation must be given.";
    /// A reason by which a program can refuse.
    RefusingReason "refusing_reason" "Berkas belum lengkap bukan alasan penolakan; gunakan telaah lebih lanjut." "Incomplete papers are no reason to refuse; look further instead.";
    /// The target's own date.
    OwnDate "own_date" "Tanggal janji wajib diisi, paling lama 60 hari kerja." "The target's own date must be given, at most 60 working days away.";
    /// A question and its fields.
    Question "question" "Pertanyaan dan isian wajib diisi." "Question and fields must be given.";
    /// An answer to the question, or "tidak dapat".
    Reply "reply" "Jawaban wajib ditulis." "The reply must be written.";
    /// There is a level above, and the role passes on from this one.
    NextLevel "next_level" "Tidak ada tingkat di atasnya untuk diteruskan." "There is no level above to pass on to.";
    /// A village target that cannot, or the manager's reason to recall.
    UnableOrRecall "unable_or_recall" "Koordinator hanya mengangkat rujukan ke lembaga desa." "The coordinator passes up referrals to village bodies only.";
    /// Date, program and proof of delivery.
    Delivery "delivery" "Tanggal, program dan bukti realisasi wajib diisi." "Date, program and proof of delivery must be given.";
    /// A reason of withdrawal.
    WithdrawReason "withdraw_reason" "Alasan pembatalan wajib dipilih." "A reason of withdrawal must be chosen.";
    /// The recorder asked for it, where the supervisor withdraws.
    WithdrawAsked "withdraw_asked" "Pencatat belum meminta pembatalan." "The recorder has not asked for a withdrawal.";
    /// One's own draft.
    Own "own" "Hanya draf sendiri." "Only one's own draft.";
    /// A survivor that may stand for it.
    Survivor "survivor" "Pilih kasus utama yang sama." "Choose the case that survives.";
    /// Within the window after the citizen was told.
    ReopenWindow "reopen_window" "Batas waktu membuka kembali sudah lewat." "The time to open it again has passed.";
    /// The citizen's words.
    Objection "objection" "Keberatan warga wajib ditulis." "The citizen's objection must be written.";
    /// An objection waits.
    ObjectionOpen "objection_open" "Tidak ada keberatan yang menunggu." "No objection is waiting.";
    /// Kind and category that fit each other and the state.
    Reclassified "reclassified" "Jenis dan kategori baru tidak sesuai keadaan kasus." "The new kind and category do not fit the state.";
    /// What makes it private is there, and it is not private yet.
    BecamePrivate "became_private" "Kasus ini sudah khusus atau tidak memenuhi syarat khusus." "The case is private already, or nothing makes it so.";
    /// Basic profile, mother's name, proposal.
    ListingComplete "listing_complete" "Profil dasar, nama ibu dan usulan belum lengkap." "Basic profile, mother's name and proposal are not complete.";
    /// Date, number and scan of the minutes.
    Minutes "minutes" "Tanggal, nomor berita acara dan berkasnya wajib diisi." "Date, number and scan of the minutes must be given.";
    /// Date and result of the verification.
    Verification "verification" "Tanggal dan hasil verval wajib diisi." "Date and result of the verification must be given.";
    /// The letter of bupati or wali kota.
    RegentLetter "regent_letter" "Surat bupati/wali kota wajib dicatat." "The regent's letter must be recorded.";
    /// By hand only what was proposed; by import from any state.
    ProposedByHand "proposed_by_hand" "Hanya usulan yang sudah diajukan dapat ditetapkan." "Only what was proposed can be entered.";
}
