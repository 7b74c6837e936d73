package dev.slipway.gitops.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTest {

    @TempDir
    private Path directory;

    @Test
    void findsAfterARestartWhatWasPutLast() throws IOException {
        try (KeptFiles files = KeptFiles.open(directory, 1 << 20)) {
            files.put("a", bytes("one"));
            files.put("b", bytes("two"));
            files.put("a", bytes("three"));
        }

        try (KeptFiles again = KeptFiles.open(directory, 1 << 20)) {
            assertThat(again.get("a")).hasValue(bytes("three"));
            assertThat(again.get("b")).hasValue(bytes("two"));
            assertThat(again.get("c")).isEmpty();
        }
    }

    @Test
    void forgetsTheOldestBeyondTheBound() throws IOException {
        try (KeptFiles files = KeptFiles.open(directory, 16 << 10)) {
            for (int i = 0; i < 100; i++) {
                files.put("key " + i, new byte[1000]);
            }

            assertThat(files.get("key 0")).isEmpty();
            assertThat(files.get("key 99")).hasValue(new byte[1000]);
        }
        assertThat(sizes()).isLessThan(20 << 10);
    }

    @Test
    void takesAFileThatWasCutOffAnywhereForWhatIsWholeInIt() throws IOException {
        try (KeptFiles files = KeptFiles.open(directory, 1 << 20)) {
            files.put("first", bytes("one"));
            files.put("second", bytes("two"));
        }
        byte[] whole = Files.readAllBytes(directory.resolve("1.kept"));
        for (int length = 0; length < whole.length; length++) {
            Files.write(directory.resolve("1.kept"), Arrays.copyOf(whole, length));
            try (KeptFiles files = KeptFiles.open(directory, 1 << 20)) {
                assertThat(files.get("first").map(String::new)).isIn(Optional.empty(), Optional.of("one"));
                assertThat(files.get("second")).isEmpty();
            }
        }
    }

    @Test
    void doesNotReturnWhatWasDamaged() throws IOException {
        try (KeptFiles files = KeptFiles.open(directory, 1 << 20)) {
            files.put("a", bytes("one"));
        }
        byte[] damaged = Files.readAllBytes(directory.resolve("1.kept"));
        damaged[damaged.length - 1] ^= 1;
        Files.write(directory.resolve("1.kept"), damaged);
        Files.writeString(directory.resolve("2.kept"), "nothing of ours at all", StandardOpenOption.CREATE);

        try (KeptFiles files = KeptFiles.open(directory, 1 << 20)) {
            assertThat(files.get("a")).isEmpty();
            files.put("a", bytes("two"));
            assertThat(files.get("a")).hasValue(bytes("two"));
        }
    }

    @Test
    void readsBackThePlainValuesThatWereWritten() {
        Map<String, Object> value = new TreeMap<>(Map.of(
                "text",
                "ü",
                "long",
                -5L,
                "large",
                new BigInteger("123456789012345678901"),
                "double",
                1.5,
                "true",
                true,
                "list",
                List.of("ü", List.of(), Map.of("text", "x"))));
        value.put("null", null);

        PlainReader in = new PlainReader(
                new PlainWriter().text("before").value(value).number(300).bytes());

        assertThat(in.text()).isEqualTo("before");
        assertThat(in.value()).isEqualTo(value);
        assertThat(in.number()).isEqualTo(300);
    }

    private long sizes() throws IOException {
        try (var files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
