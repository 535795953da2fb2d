"""The parts from which :mod:`tests.synthetic` makes releases up. Nobody named here exists."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """What one kind of release talks about."""

    titles: tuple[str, ...]
    verbs: tuple[str, ...]
    events: tuple[str, ...]
    guests: tuple[str, ...]
    openers: tuple[str, ...]
    objects: tuple[str, ...]
    results: tuple[str, ...]
    leads: tuple[str, ...]
    items: tuple[str, ...]
    closings: tuple[str, ...]


PLACES = (
    "Banjarbaru", "Batang", "Bitung", "Buleleng", "Cianjur", "Ende", "Gorontalo", "Jambi",
    "Kendari", "Kupang", "Lamongan", "Makassar", "Manado", "Mataram", "Palangka Raya", "Palopo",
    "Pekalongan", "Pontianak", "Purworejo", "Sampit", "Singkawang", "Sleman", "Sorong", "Sragen",
    "Tarakan", "Ternate", "Tomohon", "Tuban", "Wonogiri", "Wonosobo",
)  # fmt: skip
OFFICES = (
    "Wali Kota", "Wakil Wali Kota", "Sekretaris Daerah", "Kepala Dinas Kesehatan",
    "Kepala Dinas Pendidikan", "Kepala Bappeda", "Kepala Dinas Perhubungan", "Ketua TP PKK",
    "Kepala Dinas Pertanian", "Kepala Pelaksana BPBD", "Ketua DPRD", "Asisten Administrasi Umum",
)  # fmt: skip
GIVEN_NAMES = (
    "Ardiansyah", "Bungaran", "Cahyono", "Darmawati", "Edwin", "Fatimah", "Gunarto", "Hesti",
    "Ignasius", "Juwita", "Kartono", "Laksmi", "Maruli", "Nurhayati", "Oktavianus", "Pandu",
    "Ratnasari", "Sulastri", "Taufan", "Utami", "Viktor", "Wahyuni", "Yosefina", "Zulfikar",
)  # fmt: skip
FAMILY_NAMES = (
    "Adiputra", "Bahari", "Daulay", "Ekasari", "Firmanto", "Ginting", "Handoko", "Iskandar",
    "Jatmiko", "Kusnadi", "Lumban", "Mokoginta", "Nasution", "Oroh", "Prabowati", "Rumengan",
    "Sitorus", "Tandiono", "Umboh", "Wicaksono", "Yulianto", "Zebua",
)  # fmt: skip
AGENCIES = ("Biro Humas", "Diskominfo", "Prokopim", "Humas Pemkot", "Bagian Protokol")
VENUES = (
    "Aula Kantor Wali Kota", "Gedung Serbaguna", "Pendopo", "Alun-Alun", "Balai Latihan Kerja",
    "Gelanggang Olahraga", "Hotel Grand Nusa", "Lapangan Merdeka", "Pasar Induk",
    "Pelabuhan Rakyat", "Ruang Rapat Utama", "Taman Kota", "Terminal Tipe A",
)  # fmt: skip
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip
SAYING = ("kata", "ujar", "ungkap", "jelas", "tutur", "tegas", "pungkas", "papar", "terang")
PURPOSES = (
    "menjaga kepercayaan warga", "memperluas layanan dasar", "menekan biaya hidup keluarga",
    "mempercepat pemulihan ekonomi", "menyiapkan generasi muda", "mengurangi kesenjangan wilayah",
    "memenuhi target lima tahunan", "menjawab keluhan warga", "mendukung pelaku usaha kecil",
    "melindungi kelompok rentan", "menyelaraskan rencana pusat dan daerah",
    "memanfaatkan bonus demografi", "memperbaiki mutu lingkungan", "menghemat anggaran rutin",
    "menumbuhkan budaya gotong royong", "mengejar ketertinggalan antarkecamatan",
)  # fmt: skip
TIMES = (
    "sejak awal tahun", "pada semester kedua", "dalam waktu dekat", "setiap pekan",
    "sepanjang triwulan ini", "sebelum musim hujan", "setelah libur sekolah", "mulai bulan depan",
    "secara bertahap", "hingga akhir tahun anggaran", "bersama perangkat kelurahan",
    "di seluruh kecamatan", "tanpa menunggu bantuan pusat", "lewat kerja sama lintas sektor",
    "di sela kunjungan kerja", "seusai rapat terbatas",
)  # fmt: skip
VOWS = (
    "berkomitmen memperkuat", "akan menambah", "terus mengawal", "segera membenahi",
    "ingin memastikan", "telah menyiapkan", "mendorong", "siap mendampingi", "mengutamakan",
    "akan mengevaluasi", "berupaya memperluas", "menargetkan", "mengajak warga menjaga",
)  # fmt: skip
TASKS = (
    "semua camat diminta melapor", "warga dapat menyampaikan masukan", "hasilnya akan diumumkan",
    "tim teknis turun ke lapangan", "pendaftaran dibuka tanpa biaya", "petugas bersiaga penuh",
    "sekolah dan kantor menyesuaikan jadwal", "dinas terkait menyusun petunjuk teknis",
    "pendataan dilakukan dari rumah ke rumah", "laporan disampaikan secara daring",
)  # fmt: skip

TOPICS = (
    Topic(
        titles=("Buka", "Pimpin", "Tinjau", "Canangkan"),
        verbs=("membuka", "meninjau", "mencanangkan", "memimpin"),
        events=(
            "vaksinasi massal bagi lansia dan penyandang disabilitas",
            "bulan imunisasi anak sekolah tingkat kota",
            "gerakan penurunan stunting di tingkat posyandu",
            "pemeriksaan kesehatan gratis bagi nelayan",
        ),
        guests=("kader posyandu", "bidan", "lansia", "orang tua balita"),
        openers=("Dinas kesehatan menggelar", "Puskesmas melanjutkan", "Kader menyiapkan"),
        objects=(
            "cakupan imunisasi dasar", "layanan puskesmas keliling", "ketersediaan obat esensial",
            "pendampingan ibu hamil berisiko", "gizi anak di bawah dua tahun",
        ),
        results=(
            "angka stunting terus turun", "tidak ada warga yang tertolak berobat",
            "ibu melahirkan dengan selamat", "wabah dapat dicegah lebih dini",
        ),
        leads=("langkah penurunan stunting", "sasaran program kesehatan", "arahan bagi puskesmas"),
        items=(
            "pemantauan tumbuh kembang", "pemberian makanan tambahan", "penyuluhan gizi keluarga",
            "perbaikan sanitasi rumah", "pelatihan kader posyandu", "pendataan calon pengantin",
            "pemeriksaan anemia remaja putri", "penguatan rujukan ibu hamil",
        ),
        closings=("senam bersama", "peninjauan meja layanan", "pembagian paket gizi"),
    ),
    Topic(
        titles=("Resmikan", "Luncurkan", "Dorong", "Pantau"),
        verbs=("meresmikan", "meluncurkan", "memantau", "menghadiri"),
        events=(
            "sekolah ramah anak dan perpustakaan digital",
            "beasiswa daerah bagi pelajar berprestasi",
            "pelatihan guru penggerak angkatan ketiga",
            "lomba literasi antarpelajar sekolah dasar",
        ),
        guests=("guru", "pelajar", "kepala sekolah", "pengawas sekolah"),
        openers=("Dinas pendidikan menjalankan", "Sekolah-sekolah menyambut", "Panitia merancang"),
        objects=(
            "kompetensi guru honorer", "sarana ruang kelas", "pemerataan beasiswa",
            "kebiasaan membaca di rumah", "akses internet sekolah pelosok",
        ),
        results=(
            "anak tidak lagi putus sekolah", "mutu lulusan semakin merata",
            "guru punya waktu untuk murid", "buku tersedia di setiap kelas",
        ),
        leads=("prioritas pendidikan", "strategi peningkatan literasi", "syarat penerima beasiswa"),
        items=(
            "pelatihan guru berkala", "perbaikan ruang kelas rusak", "penambahan koleksi buku",
            "pendampingan siswa tertinggal", "kelas orang tua", "penguatan pendidikan karakter",
            "pemerataan jaringan internet", "pemberian seragam gratis",
        ),
        closings=("penyerahan sertifikat", "pentas seni pelajar", "kunjungan ke ruang kelas"),
    ),
    Topic(
        titles=("Cek", "Kendalikan", "Gelar", "Pastikan"),
        verbs=("mengecek", "menggelar", "memimpin", "mengawali"),
        events=(
            "operasi pasar murah menjelang hari raya",
            "rapat koordinasi pengendalian inflasi daerah",
            "gerakan pangan murah di kelurahan padat penduduk",
            "pameran produk usaha mikro dan koperasi",
        ),
        guests=("pedagang", "pelaku usaha mikro", "anggota koperasi", "pembeli"),
        openers=("Tim inflasi menyelenggarakan", "Pedagang menantikan", "Bulog mendukung"),
        objects=(
            "pasokan beras dan minyak goreng", "kelancaran distribusi cabai",
            "modal usaha tanpa agunan", "pasar bagi produk lokal", "keterjangkauan harga pangan",
        ),
        results=(
            "harga tetap terjangkau", "pedagang kecil ikut untung",
            "stok cukup sampai panen berikutnya", "inflasi terjaga di kisaran sasaran",
        ),
        leads=("strategi pengendalian inflasi", "upaya menjaga harga", "bantuan bagi usaha mikro"),
        items=(
            "keterjangkauan harga", "ketersediaan pasokan", "kelancaran distribusi",
            "komunikasi yang efektif", "subsidi ongkos angkut", "kerja sama antardaerah",
            "penguatan cadangan pangan", "pemantauan harga harian",
        ),
        closings=("dialog dengan pedagang", "peninjauan gudang", "pembagian kupon belanja"),
    ),
    Topic(
        titles=("Apresiasi", "Serahkan", "Ajak", "Panen Raya"),
        verbs=("menyerahkan bantuan dalam", "mengikuti", "membuka", "menyaksikan"),
        events=(
            "panen raya padi bersama kelompok tani",
            "penyaluran benih dan pupuk organik",
            "sekolah lapang bagi petani milenial",
            "uji coba irigasi hemat air di lahan kering",
        ),
        guests=("petani", "penyuluh", "anggota kelompok tani", "peternak"),
        openers=("Kelompok tani menginisiasi", "Penyuluh mendampingi", "Petani mengusulkan"),
        objects=(
            "produktivitas lahan sawah", "ketersediaan pupuk bersubsidi", "regenerasi petani",
            "jaringan irigasi tersier", "asuransi usaha tani",
        ),
        results=(
            "petani menikmati harga layak", "hasil panen naik dua kali lipat",
            "lahan tidak lagi kekeringan", "anak muda mau kembali ke sawah",
        ),
        leads=("program pertanian unggulan", "permintaan kelompok tani", "tahap perbaikan irigasi"),
        items=(
            "penyediaan benih unggul", "perbaikan saluran irigasi", "pendampingan pemasaran",
            "asuransi gagal panen", "bantuan alat dan mesin pertanian", "pengendalian hama terpadu",
            "pelatihan petani muda", "pengolahan pupuk organik",
        ),
        closings=("tanam simbolis", "peninjauan lumbung desa", "tanya jawab di pematang sawah"),
    ),
    Topic(
        titles=("Siagakan", "Pimpin Apel", "Tinjau", "Salurkan Bantuan"),
        verbs=("memimpin", "meninjau", "mengawasi", "membuka"),
        events=(
            "apel kesiapsiagaan banjir dan tanah longsor",
            "simulasi evakuasi gempa bumi di sekolah",
            "perbaikan tanggul yang jebol akibat hujan deras",
            "penyaluran logistik bagi pengungsi",
        ),
        guests=("relawan", "personel gabungan", "pengungsi", "kepala keluarga"),
        openers=("BPBD menyelenggarakan", "Relawan menyiapkan", "Petugas gabungan menuntaskan"),
        objects=(
            "sistem peringatan dini", "jalur evakuasi", "cadangan logistik", "desa tangguh bencana",
            "normalisasi sungai",
        ),
        results=(
            "korban jiwa dapat dihindari", "bantuan tiba dalam enam jam",
            "warga tahu harus berlari ke mana", "air cepat surut dari permukiman",
        ),
        leads=("langkah penanganan banjir", "kebutuhan mendesak pengungsi", "instruksi bagi camat"),
        items=(
            "pemetaan daerah rawan", "pembersihan saluran air", "penyiapan dapur umum",
            "pelatihan relawan desa", "pemasangan rambu evakuasi", "penambahan perahu karet",
            "perbaikan tanggul kritis", "layanan trauma anak",
        ),
        closings=("doa bersama", "pengecekan peralatan", "penyerahan bantuan simbolis"),
    ),
    Topic(
        titles=("Uji Coba", "Resmikan", "Evaluasi", "Lepas"),
        verbs=("meresmikan", "menguji coba", "mengevaluasi", "melepas"),
        events=(
            "bus kota listrik dan halte ramah disabilitas",
            "mudik gratis dengan kapal penumpang",
            "rekayasa lalu lintas di pusat kota",
            "jembatan penghubung dua kecamatan",
        ),
        guests=("penumpang", "sopir angkutan", "pemudik", "pengguna jalan"),
        openers=("Dinas perhubungan menyiapkan", "Operator menjalankan", "Kontraktor merampungkan"),
        objects=(
            "angkutan umum yang terjangkau", "keselamatan di perlintasan", "trotoar yang nyaman",
            "konektivitas pulau kecil", "penerangan jalan umum",
        ),
        results=(
            "waktu tempuh lebih singkat", "angka kecelakaan menurun",
            "ongkos angkut barang lebih murah", "kota bebas dari kemacetan",
        ),
        leads=("rute baru angkutan kota", "alasan rekayasa lalu lintas", "manfaat jembatan"),
        items=(
            "pengurangan kemacetan", "penghematan bahan bakar", "kemudahan akses pasar",
            "penurunan emisi", "peningkatan keselamatan", "penyerapan tenaga kerja lokal",
            "kelancaran distribusi barang", "keterhubungan antarwilayah",
        ),
        closings=("uji jalan bersama", "pemotongan pita", "peninjauan ruang kendali"),
    ),
    Topic(
        titles=("Lantik", "Bahas", "Evaluasi", "Tandatangani"),
        verbs=("membuka", "memimpin", "menghadiri", "menutup"),
        events=(
            "pelantikan pejabat pengawas dan fungsional",
            "musyawarah perencanaan pembangunan daerah",
            "penandatanganan perjanjian kinerja perangkat daerah",
            "sosialisasi layanan publik berbasis elektronik",
        ),
        guests=("aparatur sipil negara", "kepala perangkat daerah", "lurah", "peserta"),
        openers=("Sekretariat daerah mengadakan", "Bappeda memfasilitasi", "Inspektorat mengawal"),
        objects=(
            "disiplin aparatur", "transparansi anggaran", "pelayanan satu pintu",
            "integrasi aplikasi layanan", "serapan belanja daerah",
        ),
        results=(
            "izin terbit dalam sehari", "warga tidak perlu datang dua kali",
            "anggaran tepat sasaran", "kinerja dapat diukur terbuka",
        ),
        leads=("arah kebijakan pembangunan", "pesan kepada pejabat baru", "tuntutan era digital"),
        items=(
            "percepatan penghapusan kemiskinan", "reformasi birokrasi", "penguatan ekonomi lokal",
            "peningkatan mutu layanan", "pemerataan infrastruktur", "penataan kepegawaian",
            "keterbukaan informasi", "pengelolaan aset daerah",
        ),
        closings=("pembacaan ikrar", "penyerahan surat keputusan", "foto bersama"),
    ),
    Topic(
        titles=("Promosikan", "Buka", "Sambut", "Dukung"),
        verbs=("membuka", "menyambut", "menghadiri", "memeriahkan"),
        events=(
            "festival budaya pesisir dan kuliner tradisional",
            "kejuaraan dayung antarklub",
            "kirab pusaka dan pawai pakaian adat",
            "peluncuran kalender wisata daerah",
        ),
        guests=("wisatawan", "pelaku seni", "atlet", "pengunjung"),
        openers=("Dinas pariwisata menghidupkan", "Seniman menghadirkan", "Panitia menggagas"),
        objects=(
            "desa wisata", "pelestarian cagar budaya", "pembinaan atlet muda",
            "promosi kuliner daerah", "kebersihan pantai",
        ),
        results=(
            "kunjungan wisatawan bertambah", "seniman hidup dari karyanya",
            "penginapan warga terisi penuh", "budaya daerah dikenal dunia",
        ),
        leads=("daya tarik wisata", "target sektor pariwisata", "agenda utama festival"),
        items=(
            "wisata bahari", "kuliner rempah", "tenun tradisional", "tari massal",
            "lomba perahu hias", "pameran fotografi", "pasar malam", "lokakarya batik",
        ),
        closings=("tarian kolosal", "pesta kembang api", "pembagian hadiah"),
    ),
)  # fmt: skip

ENGLISH: dict[str, tuple[str, ...]] = {
    "title": (
        "Opens New Ferry Terminal", "Plants Trees along the Coast", "Starts a Night Bus Service",
        "Repairs Its Old Market Hall", "Trains Young Fishermen",
    ),
    "verb": ("opened", "announced", "inspected", "launched"),
    "object": (
        "the new ferry terminal", "a coastal forest of ten thousand trees",
        "the first night bus of the island", "the restored market hall", "a school for fishermen",
    ),
    "setting": (
        "before a crowd of neighbours", "after two years of work", "at a ceremony by the harbour",
    ),
    "vow": ("will continue to support", "want to protect", "promise to finish", "have to improve"),
    "goal": (
        "the families who live from the sea", "the work before the rainy season",
        "the roads that lead to the harbour", "what our parents have built",
    ),
    "items": (
        "cheaper tickets for pupils", "longer opening hours", "cleaner piers",
        "better lights along the quay", "training for the crews",
    ),
    "end": ("should be ready next year", "creates work for 300 people", "is paid by the city"),
}  # fmt: skip
