package io.assay.workbench.worlds;

import java.util.List;

/**
 * What people write under posts, in the languages of {@link io.assay.workbench.worlds.Vocabulary}
 * and their order: remarks that would fit any post, and remarks about its subject, which stands for
 * {@code *}.
 */
enum Remarks {
  EN(
      "love this|so good|amazing|wow|great post|nice one|this is everything|goals|beautiful|yesss"
          + "|perfect|so cool",
      "how long did * take you?|* reminds me of last summer|never thought * could look like this"
          + "|we tried * on Sunday and the kids loved it|is * still worth it in winter?"
          + "|more of * please|sent this to my sister, she is all about *|where did you find *?"),
  ES(
      "me encanta|qué bonito|increíble|wow|genial|precioso|top|qué envidia|bravo|me flipa|perfecto"
          + "|qué arte",
      "¿cuánto tardaste con *?|* me recuerda al verano|nunca había visto * así|probamos * el domingo"
          + "|¿* sirve en invierno?|más de * por favor|a mi hermana le encanta *|¿dónde encontraste *?"),
  PT(
      "amei|que lindo|incrível|uau|top demais|perfeito|maravilhoso|arrasou|muito bom|show|sensacional"
          + "|lindeza",
      "quanto tempo levou *?|* me lembra o verão|nunca vi * assim|testamos * no domingo"
          + "|* vale a pena no inverno?|mais * por favor|minha irmã adora *|onde achou *?"),
  HI(
      "बहुत बढ़िया|वाह|कमाल|शानदार|सुंदर|बहुत खूब|मस्त|ज़बरदस्त|दिल जीत लिया|लाजवाब|सुपर|क्या बात है",
      "* में कितना समय लगा?|* से गर्मियाँ याद आ गईं|* ऐसा कभी नहीं देखा|हमने रविवार को * आज़माया"
          + "|क्या * सर्दियों में ठीक है?|* और दिखाओ|मेरी बहन को * पसंद है|* कहाँ मिला?"),
  ID(
      "keren|bagus banget|suka|wow|mantap|cantik|luar biasa|gokil|the best|semangat|sukses terus|asik",
      "berapa lama bikin *?|* bikin ingat liburan|belum pernah lihat * begini|kami coba * hari Minggu"
          + "|* cocok buat musim hujan?|lebih banyak * dong|adikku suka *|beli * di mana?"),
  AR(
      "رائع|جميل جداً|ما شاء الله|واو|ممتاز|أحببته|تحفة|بالتوفيق|أحسنت|خيال|إبداع|جميل",
      "كم استغرق منك *؟|ذكرني * بالصيف|لم أر * هكذا من قبل|جربنا * يوم الجمعة|هل يناسب * الشتاء؟"
          + "|نريد المزيد من *|أختي تحب *|أين وجدت *؟"),
  JA(
      "素敵|すごい|最高|かわいい|いいね|綺麗|大好き|かっこいい|さすが|素晴らしい|わあ|神",
      "*はどのくらいかかりましたか|*で夏を思い出しました|こんな*は初めて見た|日曜に*を試しました|*は冬でも大丈夫ですか"
          + "|*もっと見たい|妹が*大好きです|*はどこで見つけましたか"),
  FR(
      "j'adore|trop beau|incroyable|waouh|magnifique|top|bravo|superbe|parfait|génial|sublime|trop bien",
      "combien de temps pour * ?|* me rappelle l'été|jamais vu * comme ça|on a testé * dimanche"
          + "|* vaut le coup en hiver ?|encore * s'il te plaît|ma sœur adore *|où as-tu trouvé * ?");

  /** Texts of bots that advertise, the same in every language. */
  static final List<String> TEMPLATES =
      List.of(
          "Great content! Check out our page 👉",
          "DM us to collab 💌",
          "Promote it on our page ✨",
          "Wow, you should model for us! Message us 📩",
          "Follow back? ❤️",
          "I make 500 a day from home, ask me how",
          "Nice feed! Want more reach? See our bio",
          "Send this to our shop, we love your style 🔥");

  /** What a giveaway asks for. */
  static final List<String> ENTRIES =
      List.of("done ✅", "done! 🤞", "me please 🙏", "in!", "done and shared ❤️", "🍀🍀🍀");

  private static final Remarks[] ALL = values();

  private final List<String> generic;
  private final List<String> specific;

  Remarks(String generic, String specific) {
    this.generic = List.of(generic.split("\\|"));
    this.specific = List.of(specific.split("\\|"));
  }

  static List<String> generic(int language) {
    return ALL[language].generic;
  }

  static List<String> specific(int language) {
    return ALL[language].specific;
  }
}
