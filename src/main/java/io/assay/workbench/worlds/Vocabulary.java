package io.assay.workbench.worlds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The languages creators write in: share of accounts, countries, names and phrases. A caption is an
 * opening, a subject and a closing; every list is as long in one language as in the next.
 */
public enum Vocabulary {
  EN(
      0.42,
      "US|GB|CA|AU|NG|PH",
      "emma|liam|olivia|noah|ava|mason|chloe|ethan",
      "Emma|Liam|Olivia|Noah|Ava|Mason|Chloe|Ethan",
      "New day, new|Finally sharing|You asked for|Still thinking about|My honest take on|Saturday means"
          + "|Can't stop making|Behind the scenes of|Throwback to|Small steps towards|Trying out|POV:",
      "the morning run|this easy pasta|our weekend in the hills|a capsule wardrobe|the studio setup"
          + "|my skincare shelf|that sunset|the final boss|leg day|a quiet reading corner"
          + "|the camera I use|our first garden",
      "what do you think?|save this for later|tell me yours below|full story soon|worth every minute"
          + "|tag someone who needs it|more tomorrow|link in bio|never going back|rate it 1-10"
          + "|thank you all|part two?",
      "ootd|travelgram|homecooking|fitnessmotivation|skincare|gaming|booktok|diy|photography|vegan"
          + "|mindset|smallbusiness",
      "Coffee, trails and cameras|Recipes that work|Fits and finds|Mum of two|Coach and runner"
          + "|Making things with wood"),
  ES(
      0.15,
      "ES|MX|AR|CO|CL|PE",
      "lucia|mateo|sofia|diego|valeria|hugo|camila|javier",
      "Lucía|Mateo|Sofía|Diego|Valeria|Hugo|Camila|Javier",
      "Por fin comparto|Hoy toca|Me preguntáis por|Domingo de|Así empezó|Sin filtros:|Os enseño"
          + "|Un poco de|Volviendo a|Mi opinión sobre|Primer intento de|Detrás de cámaras de",
      "la ruta de ayer|mi receta favorita|el look de hoy|nuestra escapada|la rutina de noche"
          + "|el nuevo estudio|aquel atardecer|la última partida|mi rincón de lectura|el huerto"
          + "|la cámara que uso|el entreno de piernas",
      "¿qué os parece?|guárdalo|os leo|pronto más|vale la pena|etiqueta a alguien|mañana sigo"
          + "|enlace en la bio|sin palabras|del 1 al 10|gracias a todos|¿segunda parte?",
      "viajes|cocinacasera|moda|entrenamiento|belleza|videojuegos|libros|hazlotumismo|fotografia"
          + "|vegano|motivacion|emprender",
      "Viajera y curiosa|Cocina fácil|Moda sin prisa|Entreno y café|Libros y gatos|Música siempre"),
  PT(
      0.11,
      "BR|PT|AO|BR|BR|BR",
      "ana|pedro|beatriz|lucas|larissa|rafael|mariana|thiago",
      "Ana|Pedro|Beatriz|Lucas|Larissa|Rafael|Mariana|Thiago",
      "Hoje tem|Finalmente mostrando|Vocês pediram|Saudade de|Domingo de|Sem filtro:|Um pouco de"
          + "|De volta a|Minha opinião sobre|Primeira vez com|Bastidores de|Começando",
      "a trilha de ontem|minha receita preferida|o look do dia|nossa viagem|a rotina da noite"
          + "|o novo estúdio|aquele pôr do sol|a última partida|meu canto de leitura|a horta"
          + "|a câmera que uso|o treino de perna",
      "o que acharam?|salva esse post|me conta|em breve mais|valeu a pena|marca alguém"
          + "|amanhã continuo|link na bio|sem palavras|nota de 1 a 10|obrigada, gente|parte dois?",
      "viagem|receitas|moda|treino|beleza|jogos|livros|facavocemesmo|fotografia|vegano|foco|negocios",
      "Viajante|Receitas da casa|Moda com calma|Treino e café|Livros e gatos|Música sempre"),
  HI(
      0.09,
      "IN|IN|IN|IN|IN|NP",
      "aarav|diya|rohan|ananya|kabir|ishita|vivaan|meera",
      "आरव|दिया|रोहन|अनन्या|कबीर|इशिता|विवान|मीरा",
      "आज का दिन|आखिरकार|आपने पूछा था|रविवार और|सच कहूँ तो|नई शुरुआत:|थोड़ा सा|फिर से|मेरी राय में|पहली बार"
          + "|पर्दे के पीछे|बस यूँ ही",
      "सुबह की सैर|मेरी पसंदीदा रेसिपी|आज का लुक|हमारी यात्रा|रात की दिनचर्या|नया स्टूडियो|वो शाम"
          + "|आखिरी मैच|किताबों का कोना|छोटा बगीचा|मेरा कैमरा|आज का व्यायाम",
      "कैसा लगा?|सेव कर लो|कमेंट में बताओ|जल्द ही और|मज़ा आ गया|दोस्त को टैग करो|कल मिलते हैं|लिंक बायो में"
          + "|शब्द नहीं हैं|दस में से कितने?|धन्यवाद|भाग दो?",
      "yatra|desikhana|fashionindia|fitindia|skincareindia|gaming|kitaabein|jugaad|photography"
          + "|shakahari|motivation|startupindia",
      "घूमना और खाना|आसान रेसिपी|फैशन|फिटनेस और चाय|किताबें|संगीत"),
  ID(
      0.08,
      "ID|ID|ID|ID|ID|MY",
      "putri|rizky|dewi|budi|ayu|fajar|sari|dimas",
      "Putri|Rizky|Dewi|Budi|Ayu|Fajar|Sari|Dimas",
      "Hari ini|Akhirnya berbagi|Banyak yang tanya|Minggu dan|Jujur soal|Mulai dari|Sedikit tentang"
          + "|Kembali ke|Pendapatku soal|Pertama kali coba|Di balik layar|Masih mikirin",
      "lari pagi|resep favorit|outfit hari ini|liburan kita|rutinitas malam|studio baru|senja itu"
          + "|pertandingan terakhir|sudut baca|kebun kecil|kamera yang kupakai|latihan kaki",
      "gimana menurutmu?|simpan dulu ya|cerita di komentar|segera lanjut|worth it banget|tag temanmu"
          + "|besok lagi|link di bio|speechless|nilai 1-10|makasih semua|part dua?",
      "jalanjalan|masakanrumah|ootdindo|olahraga|perawatankulit|mabar|bukubagus|kerajinan|fotografi"
          + "|nabati|semangat|umkm",
      "Jalan dan kopi|Resep rumahan|Gaya santai|Lari pagi|Buku dan kucing|Musik terus"),
  AR(
      0.06,
      "EG|SA|AE|MA|IQ|JO",
      "omar|layla|yousef|noor|khaled|salma|tariq|hana",
      "عمر|ليلى|يوسف|نور|خالد|سلمى|طارق|هناء",
      "اليوم مع|أخيراً أشارككم|سألتموني عن|يوم الجمعة و|بصراحة عن|بداية جديدة:|قليل من|عودة إلى|رأيي في|أول تجربة"
          + "|خلف الكواليس:|ما زلت أفكر في",
      "رياضة الصباح|وصفتي المفضلة|إطلالة اليوم|رحلتنا|روتين المساء|الاستوديو الجديد|ذلك الغروب|آخر مباراة"
          + "|ركن القراءة|الحديقة الصغيرة|كاميرتي|تمرين اليوم",
      "ما رأيكم؟|احفظوا المنشور|اكتبوا لي|قريباً المزيد|يستحق|اذكروا صديقاً|نكمل غداً|الرابط في البايو|بلا كلام"
          + "|من عشرة؟|شكراً لكم|جزء ثانٍ؟",
      "سفر|وصفات|موضة|لياقة|عناية|ألعاب|كتب|أشغال|تصوير|نباتي|تحفيز|مشاريع",
      "سفر وقهوة|وصفات سهلة|موضة|رياضة|كتب|موسيقى"),
  JA(
      0.05,
      "JP|JP|JP|JP|JP|JP",
      "yui|haruto|sakura|ren|hina|sota|mio|kaito",
      "結衣|陽翔|さくら|蓮|陽菜|颯太|美桜|海斗",
      "今日は|やっと公開|よく聞かれる|日曜日の|正直に言うと|新しい|少しだけ|久しぶりの|私が思う|初めての|舞台裏:|まだ忘れられない",
      "朝ラン|お気に入りレシピ|今日のコーデ|週末の旅|夜のルーティン|新しいスタジオ|あの夕焼け|最後の試合|読書コーナー|小さな庭|愛用カメラ" + "|脚トレ",
      "どう思う?|保存してね|コメントで教えて|続きは近日|最高でした|友達をタグ付け|また明日|リンクはプロフィール|言葉にならない|10点満点で?" + "|ありがとう|パート2?",
      "旅行|おうちごはん|コーデ|筋トレ|スキンケア|ゲーム実況|読書|手作り|写真|ヴィーガン|習慣|副業",
      "旅とコーヒー|簡単レシピ|着回し|朝ラン|本と猫|音楽"),
  FR(
      0.04,
      "FR|BE|CA|SN|CI|CH",
      "camille|louis|manon|jules|lea|hugo|ines|theo",
      "Camille|Louis|Manon|Jules|Léa|Hugo|Inès|Théo",
      "Enfin je partage|Aujourd'hui,|Vous m'avez demandé|Dimanche et|Sans filtre :|Un peu de|Retour à"
          + "|Mon avis sur|Premier essai :|Les coulisses de|Je repense à|Petit pas vers",
      "la course du matin|ma recette préférée|la tenue du jour|notre escapade|la routine du soir"
          + "|le nouveau studio|ce coucher de soleil|la dernière partie|mon coin lecture|le potager"
          + "|mon appareil photo|la séance jambes",
      "vous en pensez quoi ?|à garder|dites-moi tout|la suite bientôt|ça vaut le coup|tague un ami"
          + "|à demain|lien en bio|sans voix|une note sur 10 ?|merci à tous|partie deux ?",
      "voyage|cuisinemaison|mode|sport|soin|jeuxvideo|lecture|faitmain|photographie|vegetal|motivation"
          + "|entreprendre",
      "Voyages et café|Recettes simples|Mode lente|Sport et nature|Livres et chats|Musique");

  /** Not of one language. */
  public static final List<String> EMOJI = split("✨|🔥|😂|❤️|🌿|☀️|🎮|📸|🍝|💪|📚|🙌|😍|🎶|🌍|🐾");

  public static final List<String> CATEGORIES =
      split(
          "lifestyle|beauty|fashion|travel|food|fitness|gaming|music|education|parenting|tech|art");

  public static final List<String> TOPICS =
      split("daily|studio|travels|eats|fit|plays|reads|makes|tv|lab");

  /** Brands that pay for posts; invented. */
  public static final List<String> BRANDS =
      split("norvane|lumokaffee|brixwear|solhem|ticoplay|verdanta|oakandtide|mirapods");

  /** 64 syllables that spell numbers as names, six bits each. */
  public static final List<String> SYLLABLES =
      "bdghjklmnprstvwz"
          .chars()
          .boxed()
          .flatMap(consonant -> Stream.of("a", "e", "i", "o").map(v -> (char) (int) consonant + v))
          .toList();

  public final double share;
  public final List<String> countries;
  public final List<String> firstNames;
  public final List<String> nativeNames;
  public final List<String> openings;
  public final List<String> subjects;
  public final List<String> closings;
  public final List<String> hashtags;
  public final List<String> bios;

  Vocabulary(
      double share,
      String countries,
      String firstNames,
      String nativeNames,
      String openings,
      String subjects,
      String closings,
      String hashtags,
      String bios) {
    this.share = share;
    this.countries = split(countries);
    this.firstNames = split(firstNames);
    this.nativeNames = split(nativeNames);
    this.openings = split(openings);
    this.subjects = split(subjects);
    this.closings = split(closings);
    this.hashtags = split(hashtags);
    this.bios = split(bios);
  }

  public static double[] accountShares() {
    return Arrays.stream(values()).mapToDouble(v -> v.share).toArray();
  }

  /** Entries a language has in this list, the same in every language. */
  public static int each(Function<Vocabulary, List<String>> list) {
    int entries = list.apply(EN).size();
    for (Vocabulary v : values()) {
      if (list.apply(v).size() != entries) {
        throw new IllegalStateException(v + " has a list of another length than EN");
      }
    }
    return entries;
  }

  /** The language's code in the feeds. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<String> split(String list) {
    return List.of(list.split("\\|"));
  }
}
