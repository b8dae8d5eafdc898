package io.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromotionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check out my channel",
        "Check out my new channel",
        "subscribe to my channel",
        "please SUBSCRIBE",
        "subscriiibe to my channel",
        "follow me back",
        "folllow me back",
        "Follow back? ❤️",
        "f4f?",
        "sub4sub",
        "link in my bio",
        "link in bio!",
        "👉 link-in-bio",
        "dm me to earn",
        "text me on whatsapp +1 555 0100",
        "join my telegram",
        "make money from home",
        "earn money online",
        "visit my page",
        "get free followers",
        "invest in bitcoin with Mr Example",
        "she helped me recover my stolen crypto",
        "contact him on telegram, a true recovery expert",
        "best forex signals, join now",
        "🅵🅾🅻🅻🅾🆆 me back",
        "fоllow me bаck",
        "sígueme y te sigo",
        "visita mi canal",
        "inscreva-se",
        "abonne-toi",
        "folgt mir",
        "seguitemi",
        "подпишись на меня",
        "takip et lütfen",
        "kanalıma abone olun",
        "cek bio kak",
        "اشتركوا في قناتي",
        "ग्राहक नहीं? मेरे चैनल को सब्सक्राइब करें",
        "请关注我的频道",
        "チャンネル登録お願いします",
        "구독 부탁드려요 구독 좀",
        "ฝากร้านด้วยค่ะ"
      })
  void promotionInAnyLanguage(String text) {
    assertThat(CommentText.of(text).is(CommentText.PROMOTION)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "take a look at that sky!",
        "please give me a recipe",
        "I love my music too",
        "message me when you land",
        "share this moment with you",
        "I vote for the blue one",
        "my profile picture is from the same beach",
        "I could watch my kids play here all day",
        "have a look at the second photo",
        "he works from home on Fridays",
        "I'll check my diary and call you",
        "visit my grandmother in spring",
        "can you send us the address of the café",
        "we sell at the market every Saturday",
        "text me when you are home",
        "I subscribe to that view",
        "click on the map to see the valley",
        "thumbs up from Rome",
        "dm me if you find my keys",
        "thank you for showing us your page of sketches",
        "how do people make money with this?",
        "join us on Sunday for lunch",
        "my phone lost its signal there",
        "you use code like that in Java?",
        "bitcoin mining eats so much power",
        "they earn little and work a lot",
        "I cannot follow the story",
        "go to my grandmother's place and ask",
        "she asked me how the trip was",
        "the link between the two towers",
        "could not recover my breath after the climb",
        "follow the river and you will see it",
        "I listen to my old records when it rains",
        "is there more of the recipe",
        "who else is here for the giveaway results?",
        "ma chaîne en or s'est cassée",
        "он зашёл ко мне вечером",
        "صفحة جميلة من الكتاب",
        "he sings better live",
        "please check the oven",
        "I checked the map",
        "my favourite view",
        "unsubscribed",
        "the bio of this painter",
        "God is good"
      })
  void whoeverSpeaksOfThePostPromotesNothing(String text) {
    assertThat(CommentText.of(text).is(CommentText.PROMOTION)).isFalse();
  }
}
