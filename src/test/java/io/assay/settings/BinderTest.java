package io.assay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinderTest {

  record Sample(
      @Whole(min = 1, max = 9) int minThings,
      @Decimal(min = 0, max = 1) double share,
      @OneOf({"red", "blue"}) String colour,
      @Whole(min = 1, max = 9) Long most,
      boolean shown) {}

  record Undeclared(int anyNumber) {}

  private final List<Problem> problems = new ArrayList<>();

  private Section section(String json) throws JsonProcessingException {
    return new Section("sample", new ObjectMapper().readTree(json), problems);
  }

  @Test
  void componentsHaveTheValuesOfTheKeysOfTheirNames() throws JsonProcessingException {
    Sample read =
        section("{'shown':true,'colour':'blue','share':0.5,'min_things':3}".replace('\'', '"'))
            .bind(Sample.class);

    assertThat(read).isEqualTo(new Sample(3, 0.5, "blue", null, true));
    assertThat(problems).isEmpty();
  }

  @Test
  void everyMistakeIsNoted() throws JsonProcessingException {
    section("{'colour':'green','share':2,'most':0,'min_thing':3,'shown':1}".replace('\'', '"'))
        .bind(Sample.class);

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "sample.min_things: missing; allowed: a whole number from 1 to 9",
            "sample.share: 2; allowed: a number from 0.0 to 1.0",
            "sample.colour: \"green\"; allowed: one of red, blue",
            "sample.most: 0; allowed: a whole number from 1 to 9",
            "sample.shown: 1; allowed: true or false",
            "sample.min_thing: unknown key; allowed: one of colour, min_things, most, share, shown");
  }

  @Test
  void aNumberWithoutBoundsIsAMistakeInTheCode() throws JsonProcessingException {
    Section section = section("{\"any_number\":1}");
    assertThatThrownBy(() -> section.bind(Undeclared.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Undeclared.anyNumber does not say which values it may have");
  }
}
