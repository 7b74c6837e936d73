package dev.slipway.gitops.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the packages of the impact know each other. */
class PackagesTest {

    private static final Pattern TYPE = Pattern.compile("dev/slipway/gitops/(impact(?:/[a-z]+)*)/[A-Z]");

    @Test
    void haveNoCycles() throws Exception {
        Map<String, Set<String>> known = known();
        assertThat(known).hasSizeGreaterThan(10);

        do {
            known.values().forEach(each -> each.retainAll(known.keySet()));
        } while (known.values().removeIf(Set::isEmpty));

        assertThat(known).as("packages that know each other in circles").isEmpty();
    }

    /** The packages of the impact, and which others of them they know by their compiled classes. */
    private static Map<String, Set<String>> known() throws IOException, URISyntaxException {
        Path classes = Path.of(ImpactAnalysis.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Map<String, Set<String>> known = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes.resolve("dev/slipway/gitops/impact"))) {
            for (Path each :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String own = classes.resolve("dev/slipway/gitops")
                        .relativize(each.getParent())
                        .toString();
                add(own, each, known.computeIfAbsent(own, _ -> new HashSet<>()));
            }
        }
        return known;
    }

    private static void add(String own, Path file, Set<String> known) throws IOException {
        for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
            Matcher types = TYPE.matcher(entry instanceof Utf8Entry text ? text.stringValue() : "");
            while (types.find()) {
                if (!types.group(1).equals(own)) {
                    known.add(types.group(1));
                }
            }
        }
    }
}
