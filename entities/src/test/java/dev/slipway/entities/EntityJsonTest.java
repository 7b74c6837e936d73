package dev.slipway.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

class EntityJsonTest {

    @Test
    void writesEveryKindOfValueInTheOrderItWasDeclared() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("text", "a");
        document.put("list", Arrays.asList("b", null, List.of(), Map.of()));
        document.put("map", Map.of("true", true));
        document.put("number", -1L);
        document.put("large", new BigInteger("9223372036854775808"));
        document.put("fraction", 1.5e300);
        document.put("nothing", null);

        assertThat(EntityJson.of(document))
                .isEqualTo("{\"text\":\"a\",\"list\":[\"b\",null,[],{}],\"map\":{\"true\":true},\"number\":-1,"
                        + "\"large\":9223372036854775808,\"fraction\":1.5E300,\"nothing\":null}");
    }

    @Property
    void writesTextsAsJacksonDoes(@ForAll String text) {
        assertThat(EntityJson.of(Map.of(text, text))).isEqualTo(jackson(text));
    }

    @Property
    void writesWhatMustBeEscapedAsJacksonDoes(@ForAll @CharRange(from = '\0', to = '\u007f') String text) {
        assertThat(EntityJson.of(Map.of(text, text))).isEqualTo(jackson(text));
    }

    private static String jackson(String text) {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(ObjectWriteContext.empty(), json)) {
            generator.writeStartObject();
            generator.writeStringProperty(text, text);
            generator.writeEndObject();
        }
        return json.toString();
    }
}
