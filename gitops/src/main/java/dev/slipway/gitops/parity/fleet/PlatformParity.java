package dev.slipway.gitops.parity.fleet;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.parity.ParityRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of parity of a platform.yaml and the environments to compare.
 *
 * @param pairs as promotion goes; empty where there is no platform.yaml
 */
public record PlatformParity(ParityRules rules, List<Pair> pairs, List<Finding> findings) {

    private static final String FILE = "platform.yaml";

    public static PlatformParity read(FileTree tree) {
        try {
            Optional<YamlMap> spec = YamlReader.core()
                    .documents(FILE, tree.text(FILE).orElse(""))
                    .stream()
                    .flatMap(each -> each.asMap().stream())
                    .flatMap(each -> each.map("spec").stream())
                    .findFirst();
            return spec.map(PlatformParity::of)
                    .orElseGet(() -> new PlatformParity(ParityRules.STANDARD, List.of(), List.of()));
        } catch (YamlException e) {
            return new PlatformParity(
                    ParityRules.STANDARD,
                    List.of(),
                    List.of(new Finding(e.place().toString(), e.reason(), "", "")));
        }
    }

    private static PlatformParity of(YamlMap spec) {
        List<Pair> pairs = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (YamlValue item : spec.items("environments")) {
            String name = item.asMap().flatMap(each -> each.text("name")).orElse("");
            names.add(name);
            item.asMap()
                    .flatMap(each -> each.map("promotes"))
                    .flatMap(each -> each.text("from"))
                    .ifPresent(from -> pairs.add(new Pair(from, name)));
        }
        return spec.get("parity")
                .map(parity -> ParityDefinition.read(parity, names))
                .map(read -> new PlatformParity(read.rules(), pairs, read.findings()))
                .orElseGet(() -> new PlatformParity(ParityRules.STANDARD, pairs, List.of()));
    }
}
