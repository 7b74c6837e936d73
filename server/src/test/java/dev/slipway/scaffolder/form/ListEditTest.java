package dev.slipway.scaffolder.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListEditTest {

    private static final Map<String, @Nullable Object> ANSWERS =
            Map.of("hosts", List.of("a", "b"), "tables", List.of(Map.of("columns", List.of("x"))));

    private static @Nullable Object hosts(String command) {
        return ListEdit.apply(ANSWERS, command).get("hosts");
    }

    @Test
    void addsRemovesAndMovesEntries() {
        assertThat(hosts("add:hosts")).isEqualTo(Arrays.asList("a", "b", null));
        assertThat(hosts("remove:hosts.0")).isEqualTo(List.of("b"));
        assertThat(hosts("up:hosts.1")).isEqualTo(List.of("b", "a"));
        assertThat(hosts("down:hosts.0")).isEqualTo(List.of("b", "a"));
        assertThat(hosts("up:hosts.0")).isEqualTo(List.of("a", "b"));
    }

    @Test
    void reachesListsInLists() {
        assertThat(ListEdit.apply(ANSWERS, "add:tables.0.columns").get("tables"))
                .isEqualTo(List.of(Map.of("columns", Arrays.asList("x", null))));
    }

    @Test
    void beginsAListThatWasNotThere() {
        assertThat(ListEdit.apply(ANSWERS, "add:contact.mails").get("contact"))
                .isEqualTo(Map.of("mails", Arrays.asList((Object) null)));
    }

    @Test
    void leavesAloneWhatIsNotThere() {
        for (String command :
                List.of("remove:hosts.7", "remove:hosts.x", "jump:hosts.0", "nothing", "up:", "add:hosts.0.x")) {
            assertThat(hosts(command)).as(command).isEqualTo(List.of("a", "b"));
        }
    }
}
