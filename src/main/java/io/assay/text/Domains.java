package io.assay.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Top-level domains, by how surely a word after a dot is one. */
final class Domains {
  /** No language has them for words that begin sentences. */
  private static final Set<String> SURE = Set.of("com", "net", "org");

  /** Of countries and others, words besides, so that a dot alone makes no host of them. */
  private static final Set<String> WORDS =
      words(
          """
          ad ai al am an as at ax ba bb be bf bi by cu do eh er et gf gg gm gn hm id il im in is je la ma
          me mm mu my na ne ni no
          nu pa pm ps re sa se si so su to us va vi ye
          art best bio business cam care center chat city cool date deals design digital download
          events expert fashion fit fun fund games gift gifts gold guru help house how land life
          link live love market media men money movie news ninja now one page party photo photos
          pics plus press pro promo red rest review reviews run sale school sexy show social space
          stream style support team tips today top tours trade training video vip watch win wiki
          work works world zone\
          """);

  private static final Set<String> OTHERS =
      words(
          """
          academy agency app asia bet biz blog buzz casino cat click cloud club codes company
          crypto dev directory email engineering eu exchange finance financial icu info ink io
          jobs lol loan loans ltd marketing mobi monster moscow name network nyc online page porn
          quest rocks shop site solutions store studio systems tech technology tel tv uk ventures
          vegas website wtf xin xxx xyz\
          """);

  private static final Set<String> OWN_SCRIPT =
      words(
          """
          рф укр бел срб қаз бг мкд ею рус сайт онлайн москва ελ ευ հայ გე 中国 中國 台灣 台湾 香港
          公司 网络 在线 商城 网址 新加坡 한국 닷컴 みんな ไทย भारत ভারত ভাৰত বাংলা இந்தியா భారత్
          امارات السعودية مصر ایران المغرب الجزائر تونس قطر سوريا عراق الاردن شبكة موقع ישראל\
          """);

  private static final Set<String> COUNTRIES = countries();

  /** What stands before the domain of a country where names are sold below it. */
  private static final Set<String> SECOND = words("ac co com edu gob gov gouv mil ne net or org");

  private Domains() {}

  static boolean areSure(String domain) {
    return SURE.contains(domain);
  }

  static boolean areKnown(String domain) {
    return COUNTRIES.contains(domain)
        || OTHERS.contains(domain)
        || WORDS.contains(domain)
        || OWN_SCRIPT.contains(domain)
        || domain.startsWith("xn--");
  }

  static boolean areWords(String domain) {
    return WORDS.contains(domain);
  }

  static boolean areSecond(String label) {
    return SECOND.contains(label);
  }

  private static Set<String> countries() {
    Set<String> domains = new HashSet<>(Set.of("uk", "eu", "su", "ac"));
    for (String country : Locale.getISOCountries()) {
      domains.add(country.toLowerCase(Locale.ROOT));
    }
    return Set.copyOf(domains);
  }

  /** A list may name a word twice. */
  private static Set<String> words(String list) {
    return new HashSet<>(List.of(list.split("\\s+")));
  }
}
