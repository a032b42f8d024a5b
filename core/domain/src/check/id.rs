//! The name of every check, how hard it is, and what it says: polite, formal, what to do next.

use crate::Label;

/// How hard a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Blocks submitting, never saving.
    Error,
    /// Warns, and stays with the record.
    Warning,
    /// Informs.
    Info,
}

macro_rules! checks {
    ($($name:ident $key:literal $level:ident $id:literal $en:literal)*) => {
        /// Names a check; each variant's line is its English text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CheckId {
            $(#[doc = $en] $name,)*
        }

        impl CheckId {
            /// Every check.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Returns the key in a submit event and in exports.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }

            /// Returns how hard it is.
            pub const fn level(self) -> Level {
                match self {
                    $(Self::$name => Level::$level,)*
                }
            }

            /// Returns the text, `{bidang}`/`{field}` and `{nama}`/`{name}` still to be filled in.
            pub const fn label(self) -> Label {
                match self {
                    $(Self::$name => Label::new($id, $en),)*
                }
            }
        }
    };
}

checks! {
    // Any field.
    Required "required" Error
        "{bidang} wajib diisi."
        "{field} is required."
    TooLong "too_long" Error
        "{bidang} terlalu panjang. Persingkat isian."
        "{field} is too long. Please shorten it."
    UnknownCode "unknown_code" Error
        "{bidang}: pilihan tidak dikenal. Pilih kembali dari daftar."
        "{field}: unknown choice. Please choose from the list."
    BadDate "bad_date" Error
        "{bidang} tidak terbaca sebagai tanggal. Contoh: 17/08/2025."
        "{field} cannot be read as a date. Example: 17/08/2025."
    BadDigits "bad_digits" Error
        "{bidang} hanya boleh berisi angka."
        "{field} may hold digits only."
    BadNumber "bad_number" Error
        "{bidang} tidak boleh kurang dari nol."
        "{field} cannot be below zero."
    BadPlace "bad_place" Error
        "{bidang} tidak terbaca. Ambil ulang titik lokasi."
        "{field} cannot be read. Please take the location again."
    BadType "bad_type" Error
        "{bidang} tersimpan dalam bentuk yang tidak dikenal. Isi kembali."
        "{field} is stored in an unknown form. Please enter it again."
    DateFuture "date_future" Error
        "{bidang} tidak boleh setelah hari ini."
        "{field} cannot be after today."
    LooksLikeNumber "looks_like_number" Warning
        "{bidang} tampak memuat NIK atau nomor telepon. Pindahkan ke isian yang sesuai."
        "{field} seems to hold a NIK or a phone number. Please move it to its own field."

    // Person: name and number (Law 24/2013, Permendagri 73/2022).
    NameNoLetter "name_no_letter" Error
        "Nama harus memuat huruf."
        "The name must hold a letter."
    NameDigit "name_digit" Warning
        "Nama memuat angka. Periksa kembali."
        "The name holds a digit. Please check."
    NameOneLetter "name_one_letter" Warning
        "Nama hanya satu huruf. Lanjutkan jika sesuai KTP/KK."
        "The name is a single letter. Go on if the KTP or KK says so."
    NikLength "nik_length" Error
        "NIK harus 16 angka."
        "A NIK has 16 digits."
    NikPattern "nik_pattern" Error
        "NIK tidak wajar. Periksa kembali pada KTP atau KK."
        "This NIK cannot be real. Please check the KTP or KK."
    NikTemporary "nik_temporary" Error
        "Ini NIK sementara. Isikan pada NIK sementara dan pilih alasannya."
        "This is a temporary NIK. Please enter it as such and choose the reason."
    NikDate "nik_date" Error
        "Tanggal pada NIK tidak ada dalam kalender. Periksa kembali."
        "The date inside the NIK does not exist. Please check."
    NikProvince "nik_province" Error
        "Kode provinsi pada NIK tidak ada. Periksa kembali."
        "The province inside the NIK does not exist. Please check."
    NikIsKk "nik_is_kk" Error
        "NIK sama dengan nomor KK. Periksa kembali."
        "The NIK equals the KK number. Please check."
    NikRegion "nik_region" Warning
        "Kode wilayah NIK tidak dikenal. Lanjutkan jika sudah sesuai KTP."
        "The area code of the NIK is unknown. Go on if the KTP says so."
    NikUsed "nik_used" Warning
        "NIK ini sudah tercatat atas nama {nama}."
        "This NIK is already recorded for {name}."
    NikCentury "nik_century" Info
        "Menurut NIK warga dapat berusia lebih dari 100 tahun. Tanyakan usianya."
        "By the NIK the citizen may be over 100 years old. Please ask the age."
    NikAddress "nik_address" Info
        "Wilayah pada NIK berbeda dengan tempat tinggal sekarang."
        "The area of the NIK differs from the present residence."
    TempNik "temp_nik" Info
        "NIK sementara tidak dipakai untuk mencocokkan data."
        "A temporary NIK is never used for matching."

    // Person: birth, sex, mother, phone.
    BirthPlaceUnknown "birth_place_unknown" Info
        "Tempat lahir tidak dikenal sebagai nama wilayah."
        "The place of birth is not a known area."
    BirthFuture "birth_future" Error
        "Tanggal lahir tidak boleh setelah hari ini."
        "The date of birth cannot be after today."
    BirthTooOld "birth_too_old" Error
        "Usia melebihi 130 tahun. Periksa tanggal lahir."
        "The age is over 130 years. Please check the date of birth."
    BirthNik "birth_nik" Warning
        "Tanggal lahir pada NIK tidak sesuai dengan isian. Periksa kembali."
        "The date of birth inside the NIK differs from the entry. Please check."
    BirthHeap "birth_heap" Info
        "Tanggal ini sering dipakai bila tanggal lahir tidak diketahui."
        "This day is often written where the day of birth is unknown."
    SexNik "sex_nik" Warning
        "Jenis kelamin pada NIK tidak sesuai dengan isian. Periksa kembali."
        "The sex inside the NIK differs from the entry. Please check."
    MotherIsSelf "mother_is_self" Warning
        "Nama ibu sama dengan nama warga. Periksa kembali."
        "The mother's name equals the citizen's own. Please check."
    PhoneLength "phone_length" Error
        "Nomor telepon harus 10 sampai 13 angka."
        "A phone number has 10 to 13 digits."
    PhoneFiller "phone_filler" Warning
        "Nomor telepon tampak bukan nomor sebenarnya. Periksa kembali."
        "This does not look like a real phone number. Please check."

    // Person: place in the family, schooling, work, health.
    HouseholdAbsent "household_absent" Warning
        "Data keluarga ini belum ada di perangkat."
        "This family's record is not on the device yet."
    SecondHead "second_head" Warning
        "Keluarga ini sudah memiliki kepala keluarga. Periksa kembali."
        "This family already has a head. Please check."
    ChildOlder "child_older" Warning
        "Anak lebih tua daripada kepala keluarga. Periksa kembali."
        "The child is older than the head of the family. Please check."
    DeceasedNeed "deceased_need" Warning
        "Warga tercatat meninggal, tetapi masih ada kebutuhan yang terbuka."
        "The citizen is recorded as deceased, yet a need is open."
    DiedBeforeBirth "died_before_birth" Error
        "Tanggal meninggal mendahului tanggal lahir."
        "The date of death is before the date of birth."
    MaritalAge "marital_age" Warning
        "Status perkawinan tidak lazim untuk usia ini. Periksa kembali."
        "The marital status is unusual at this age. Please check."
    SchoolAge "school_age" Warning
        "Partisipasi sekolah tidak lazim untuk usia ini. Periksa kembali."
        "The school attendance is unusual at this age. Please check."
    EducationAge "education_age" Warning
        "Pendidikan tidak lazim untuk usia ini. Periksa kembali."
        "The education is unusual at this age. Please check."
    JobAge "job_age" Warning
        "Pekerjaan tidak lazim untuk usia ini. Periksa kembali."
        "The occupation is unusual at this age. Please check."
    KtpUnder17 "ktp_under_17" Warning
        "Warga belum berusia 17 tahun, tetapi tercatat memiliki KTP."
        "The citizen is under 17, yet a KTP is recorded."
    PregnancyStale "pregnancy_stale" Info
        "Catatan kehamilan lebih dari 9 bulan. Tanyakan kembali."
        "The pregnancy was recorded over 9 months ago. Please ask again."
    PpksPrivate "ppks_private" Error
        "Jenis PPKS ini hanya boleh dicatat dalam kasus khusus."
        "This kind of PPKS may be recorded in a private case only."

    // Household.
    DesaClosed "desa_closed" Error
        "Kode desa/kelurahan ini sudah tidak berlaku. Pilih kembali."
        "This desa code is no longer valid. Please choose again."
    DesaMoved "desa_moved" Info
        "Desa/Kelurahan berubah: keluarga dicatat pindah."
        "Another desa: the family is recorded as moved."
    KkLength "kk_length" Error
        "Nomor KK harus 16 angka."
        "A KK number has 16 digits."
    KkPattern "kk_pattern" Error
        "Nomor KK tidak wajar. Periksa kembali pada kartu."
        "This KK number cannot be real. Please check the card."
    KkTemporary "kk_temporary" Error
        "Ini nomor KK sementara. Kosongkan dan pilih alasannya."
        "This is a temporary KK number. Please leave it empty and choose the reason."
    KkDate "kk_date" Error
        "Tanggal pada nomor KK tidak benar. Periksa kembali."
        "The date inside the KK number is wrong. Please check."
    KkRegion "kk_region" Warning
        "Kode wilayah nomor KK tidak dikenal. Lanjutkan jika sudah sesuai kartu."
        "The area code of the KK is unknown. Go on if the card says so."
    AddressShared "address_shared" Info
        "Alamat sama dengan keluarga lain. Apakah tinggal serumah?"
        "Another family has the same address. Do they share the dwelling?"
    GeoCoarse "geo_coarse" Warning
        "Titik lokasi kurang teliti (lebih dari 100 m)."
        "The location is coarse (over 100 m)."
    RoofSelf "roof_self" Error
        "Keluarga tidak dapat serumah dengan dirinya sendiri."
        "A family cannot share its own dwelling with itself."
    RoofChain "roof_chain" Info
        "Keluarga yang dipilih menumpang keluarga lain. Data rumah diambil dari pemilik rumah."
        "The chosen family itself shares a dwelling. The dwelling is the owner's."
    SizeRange "size_range" Error
        "Jumlah anggota harus 1 sampai 30."
        "The number of members is 1 to 30."
    SizeMembers "size_members" Warning
        "Jumlah anggota berbeda dengan anggota yang tercatat. Periksa kembali."
        "The number of members differs from those recorded. Please check."
    FloorCrowded "floor_crowded" Warning
        "Luas lantai kurang dari 2 m² per orang. Periksa kembali."
        "The floor area is under 2 m² a person. Please check."
    PowerSubsidy "power_subsidy" Info
        "Daya 450/900 VA: tanyakan subsidi listrik."
        "450 or 900 VA: please ask about the electricity subsidy."

    // Participation.
    DesilAbove "desil_above" Warning
        "Desil keluarga di atas batas program ini. Periksa kembali."
        "The family's decile is above this program's limit. Please check."
    LastOld "last_old" Warning
        "Terakhir diterima lebih dari satu tahun lalu. Periksa statusnya."
        "Last received over a year ago. Please check the status."
    CardShape "card_shape" Warning
        "Nomor kartu tidak sesuai dengan bentuk kartu program ini."
        "The card number does not fit this program's cards."
    AccountShort "account_short" Warning
        "Nomor rekening kurang dari 8 angka. Periksa kembali."
        "The account has fewer than 8 digits. Please check."
    HolderUnknown "holder_unknown" Info
        "Pengurus bukan anggota keluarga yang tercatat."
        "The card holder is not a recorded member."

    // Case.
    KindState "kind_state" Error
        "Jenis keluhan tidak dapat diubah pada tahap ini."
        "The kind of case cannot change at this stage."
    SubcatKind "subcat_kind" Error
        "Kategori tidak sesuai dengan jenis keluhan."
        "The category does not fit the kind of case."
    NumberWrong "number_wrong" Error
        "Nomor pendaftaran tidak benar."
        "The registration number is wrong."
    PersonGone "person_gone" Warning
        "Warga tercatat meninggal atau pindah. Periksa kembali."
        "The citizen is recorded as deceased or moved. Please check."
    AnonymousKind "anonymous_kind" Error
        "Tanpa nama hanya untuk kategori K02, K08, dan K11."
        "Anonymous is for categories K02, K08 and K11 only."
    AnonymousPerson "anonymous_person" Error
        "Keluhan tanpa nama tidak boleh menyebut warga."
        "An anonymous case cannot name a citizen."
    ProgramInvalid "program_invalid" Warning
        "Program ini tidak berlaku di wilayah atau pada tanggal ini."
        "This program is not valid here or today."
    StoryShort "story_short" Error
        "Uraian paling sedikit 10 huruf."
        "The account needs at least 10 letters."
    NeedByPast "need_by_past" Warning
        "Tanggal dibutuhkan sudah lewat. Periksa kembali."
        "The date needed by has passed. Please check."
    RegisterOld "register_old" Info
        "Data acuan lebih dari 120 hari. Status akan diperiksa ulang."
        "The register is over 120 days old. The status will be checked again."
    AgainstOpen "against_open" Error
        "Pihak yang dikeluhkan hanya boleh dicatat dalam kasus khusus."
        "The party complained of may be recorded in a private case only."
    HivNamed "hiv_named" Warning
        "Isian menyebut HIV/AIDS. Jadikan kasus ini khusus."
        "The entry names HIV/AIDS. Please make the case private."
    ProposalListed "proposal_listed" Error
        "Warga sudah terdaftar. Pilih usulan perbaikan atau nonaktif."
        "The citizen is listed. Please propose a correction or a deactivation."
    TypistIsWriter "typist_is_writer" Warning
        "Pengetik sama dengan penulis formulir. Pastikan sudah benar."
        "The typist is the writer of the form. Please make sure."
    PaperUsed "paper_used" Error
        "Nomor formulir ini sudah dipakai. Buka kasus tersebut."
        "This form number was used before. Please open that case."
    AttachmentLong "attachment_long" Error
        "Lampiran melebihi 300 KB."
        "The attachment is over 300 KB."
    AttachmentKind "attachment_kind" Error
        "Lampiran harus berupa JPEG atau PDF."
        "An attachment is a JPEG or a PDF."
}

impl CheckId {
    /// Reads the key of a submit event.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|check| check.key() == key)
    }
}
