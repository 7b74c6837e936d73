package dev.slipway.gitops.parity.dependencies;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.parity.fields.Complaints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code dependencies.yaml}: from the directory that an Application renders upwards, there or in {@code deploy} beside it, so
 * usually {@code deploy/dependencies.yaml}.
 */
public final class DependenciesReader {

    private static final String NAME = "dependencies.yaml";
    private static final String USUAL = "deploy/" + NAME;
    private static final Set<String> DOCUMENT = Set.of("apiVersion", "kind", "metadata", "spec");
    private static final Set<String> ENTRY = Set.of("name", "environments");
    private static final Set<String> ENDPOINT = Set.of("host", "port", "tls", "credential");
    private static final Set<String> CREDENTIAL = Set.of("secret", "keys");
    private static final String HOST = "(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:]+]";

    private final Complaints complaints = new Complaints();

    private DependenciesReader() {}

    /**
     * @param tree of the service's repository at the commit that runs
     * @param path that is rendered there
     */
    public static Declaration read(FileTree tree, String path) {
        try {
            Optional<String> file = find(tree, path);
            return file.isEmpty()
                    ? new Declaration.Missing("There is no deploy/dependencies.yaml" + beside(path)
                            + ", so nobody can say what it calls.")
                    : new DependenciesReader()
                            .parse(file.get(), tree.text(file.get()).orElse(""));
        } catch (TreeException e) {
            return new Declaration.Missing("dependencies.yaml cannot be read: " + e.getMessage());
        }
    }

    private static Optional<String> find(FileTree tree, String path) {
        return Stream.iterate(path, at -> !at.isEmpty(), DependenciesReader::above)
                .flatMap(at -> Stream.of(at + "/" + NAME, at + "/" + USUAL))
                .filter(tree::isFile)
                .findFirst()
                .or(() -> Optional.of(USUAL).filter(tree::isFile));
    }

    /** Where else it may stand. */
    private static String beside(String path) {
        return path.isEmpty() || path.equals("deploy") || path.startsWith("deploy/")
                ? ""
                : ", nor a dependencies.yaml in \"" + path + "\" or a directory above";
    }

    private static String above(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    private Declaration parse(String file, String text) {
        try {
            Optional<YamlMap> document = YamlReader.core().document(file, text).flatMap(YamlValue::asMap);
            if (document.isEmpty()) {
                return new Declaration.Malformed(List.of(new Finding(
                        file + ":1:1",
                        "\"" + file + "\" is no map.",
                        "kind: Dependencies with spec.dependencies",
                        "")));
            }
            List<Dependency> dependencies = dependencies(document.get());
            return complaints.findings().isEmpty()
                    ? new Declaration.Read(file, dependencies)
                    : new Declaration.Malformed(complaints.findings());
        } catch (YamlException e) {
            return new Declaration.Malformed(List.of(new Finding(e.place().toString(), e.reason(), "", "")));
        }
    }

    private List<Dependency> dependencies(YamlMap document) {
        complaints.unknownKeys(document, "the document", DOCUMENT);
        complaints.constant(document, "apiVersion", "slipway.dev/v1");
        complaints.constant(document, "kind", "Dependencies");
        YamlMap spec = complaints.map(document, "spec");
        if (spec == null) {
            return List.of();
        }
        complaints.unknownKeys(spec, "spec", Set.of("dependencies"));
        Map<String, Dependency> dependencies = new LinkedHashMap<>();
        for (YamlValue item : complaints.items(spec, "dependencies", true)) {
            dependency(item, dependencies);
        }
        return List.copyOf(dependencies.values());
    }

    private void dependency(YamlValue item, Map<String, Dependency> dependencies) {
        YamlMap entry = complaints.asMap(item, "A dependency");
        if (entry == null) {
            return;
        }
        complaints.unknownKeys(entry, "a dependency", ENTRY);
        String name = complaints.text(entry, "name");
        YamlMap environments = complaints.map(entry, "environments");
        if (name == null || environments == null) {
            return;
        }
        Map<String, Endpoint> endpoints = new TreeMap<>();
        for (YamlMap.Entry each : environments.entries()) {
            Endpoint endpoint = endpoint(each.value());
            if (endpoint != null) {
                endpoints.put(each.key().text(), endpoint);
            }
        }
        if (dependencies.put(name, new Dependency(name, endpoints)) != null) {
            complaints.add(entry.place(), "The dependency \"" + name + "\" is listed twice.", "one entry", "");
        }
    }

    private @Nullable Endpoint endpoint(YamlValue value) {
        YamlMap map = complaints.asMap(value, "An endpoint");
        if (map == null) {
            return null;
        }
        complaints.unknownKeys(map, "an endpoint", ENDPOINT);
        String host = host(map);
        Integer port = port(map);
        TlsMode tls = tls(map);
        Credential credential = map.get("credential").map(this::credential).orElse(null);
        if (tls == TlsMode.MUTUAL && map.get("credential").isEmpty()) {
            complaints.add(
                    map.place(),
                    "\"tls: mutual\" has no credential.",
                    "credential: the name of the Secret with the client certificate",
                    "");
        }
        return host == null || port == null || tls == null
                ? null
                : new Endpoint(host, port, tls, credential, map.place());
    }

    private @Nullable String host(YamlMap map) {
        String host = complaints.text(map, "host");
        if (host != null && !host.matches(HOST)) {
            complaints.at(map, "host", "\"" + host + "\" is no host.", "a name without scheme, port and path");
            return null;
        }
        return host;
    }

    private @Nullable Integer port(YamlMap map) {
        String port = complaints.text(map, "port");
        if (port == null) {
            return null;
        }
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) {
            complaints.at(map, "port", "\"" + port + "\" is no port.", "a number from 1 to 65535");
            return null;
        }
        return Integer.valueOf(port);
    }

    private @Nullable TlsMode tls(YamlMap map) {
        String tls = complaints.text(map, "tls");
        if (tls == null) {
            return null;
        }
        Optional<TlsMode> mode = TlsMode.of(tls);
        if (mode.isEmpty()) {
            complaints.unknownWord(map.get("tls").orElseThrow(), "TLS mode", tls, TlsMode.keys());
        }
        return mode.orElse(null);
    }

    private @Nullable Credential credential(YamlValue value) {
        if (value.asText().isPresent()) {
            return new Credential(value.asText().get(), Set.of());
        }
        YamlMap map = complaints.asMap(value, "A credential");
        if (map == null) {
            return null;
        }
        complaints.unknownKeys(map, "a credential", CREDENTIAL);
        String secret = complaints.text(map, "secret");
        List<String> keys = complaints.items(map, "keys", false).stream()
                .flatMap(each -> each.asText().stream())
                .toList();
        return secret == null ? null : new Credential(secret, Set.copyOf(keys));
    }
}
