package dev.slipway.gitops.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoTemplatingTest {

    private static final Map<String, Object> PARAMETERS = Map.of(
            "path",
            Map.of("basename", "Shop_One", "segments", List.of("services", "shop")),
            "replicas",
            2,
            "large",
            12_345_678L,
            "labels",
            Map.of("b", "2", "a", "1"));

    private static String fill(String text, String... options) {
        return new GoTemplating(List.of(options)).fill(text, PARAMETERS);
    }

    @Test
    void fillsFieldsThroughSprigsFunctions() {
        assertThat(fill("{{.path.basename | lower | replace \"_\" \"-\"}}-{{index .path.segments 1}}-{{.replicas}}"))
                .isEqualTo("shop-one-shop-2");
    }

    @Test
    void readsNumbersAsJsonDoes() {
        assertThat(fill("{{.large}} {{int .large}} {{printf \"%T\" .replicas}}"))
                .isEqualTo("1.2345678e+07 12345678 float64");
    }

    @Test
    void rangesOverMaps() {
        assertThat(fill("{{range $k, $v := .labels}}{{$k}}={{$v}};{{end}}")).isEqualTo("a=1;b=2;");
    }

    @Test
    void makesNames() {
        assertThat(fill("{{normalize .path.basename}} {{slugify \"Feature/Sell_More now!\"}}"))
                .isEqualTo("shop-one feature-sell-more-now");
        assertThat(fill("{{slugify 13 true \"feature/sell-more-now\"}} {{slugify 13 false \"feature/sell-more-now\"}}"))
                .isEqualTo("feature-sell feature-sell");
        assertThat(fill("{{slugify 23 true \"feature/with-a-very-long-name\"}}"))
                .isEqualTo("feature-with-a-very");
    }

    @Test
    void readsAndWritesYaml() {
        assertThat(fill("{{toYaml .path.segments}}|{{(fromYaml \"a: {b: c}\").a.b}}|{{index (fromYamlArray"
                        + " \"[p, q]\") 1}}"))
                .isEqualTo("- services\n- shop|c|q");
    }

    @Test
    void refusesMissingParametersWhenTheSetSaysSo() {
        assertThat(fill("{{.missing}}")).isEqualTo("<no value>");
        assertThatThrownBy(() -> fill("{{.missing}}", "missingkey=error"))
                .isInstanceOf(GeneratorException.class)
                .hasMessageContaining("The text \"{{.missing}}\" cannot be filled")
                .hasMessageContaining("map has no entry for key \"missing\"");
    }

    @Test
    void refusesWhatIsNoTemplate() {
        assertThatThrownBy(() -> fill("{{if}}")).hasMessageContaining("missing value for if");
        assertThatThrownBy(() -> fill("{{env \"HOME\"}}")).hasMessageContaining("function \"env\" not defined");
    }

    @Test
    void refusesOptionsThatAreNone() {
        assertThatThrownBy(() -> fill("", "missingkey=never")).hasMessageContaining("which Go does not know");
    }

    @Test
    void refusesWhatDiffersEachTime() {
        assertThatThrownBy(() -> fill("{{uuidv4}}{{randAlpha 3}}{{now}}"))
                .hasMessageContaining("so what the set makes cannot be told");
        assertThatThrownBy(() -> fill("{{getHostByName \"a\"}}")).hasMessageContaining("asks the network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{$s := `xxxxxxxxxx`}}{{range until 40}}{{$s = printf `%s%s` $s $s}}{{end}}",
                "{{$l := list 1}}{{range until 40}}{{$l = concat $l $l}}{{end}}",
                "{{$l := list 1}}{{range until 40}}{{$l = list $l $l}}{{end}}{{toJson $l}}",
                "{{$l := list 1}}{{range until 40}}{{$l = list $l $l}}{{end}}{{toYaml $l}}",
                "{{repeat 3000000 `x`}}",
                "{{tpl (repeat 1000000 `{{1}}`) .}}"
            })
    void endsTextsThatMakeEverMore(String text) {
        assertThatThrownBy(() -> fill(text))
                .isInstanceOf(GeneratorException.class)
                .hasMessageContaining("executing needs");
    }

    @Test
    void endsSetsThatMakeTooMuch() {
        GoTemplating set = new GoTemplating(List.of());

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 30; i++) {
                        set.fill("{{repeat 1500000 `x`}}", PARAMETERS);
                    }
                })
                .hasMessageContaining("the set has made more than 40000000 characters");
    }
}
