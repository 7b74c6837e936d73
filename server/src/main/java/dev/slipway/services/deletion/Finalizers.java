package dev.slipway.services.deletion;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * Argo CD's finalizer, with which an Application takes along what it made when it goes
 * (https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/).
 */
final class Finalizers {

    private static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";

    private Finalizers() {}

    /** The Application's text with the finalizer; the same text when it has one, or is no Application. */
    static String add(String file, String text) {
        List<YamlValue> documents = YamlReader.core().documents(file, text);
        Optional<YamlMap> application = documents.stream()
                .flatMap(document -> document.asMap().stream())
                .filter(map -> map.text("kind").filter("Application"::equals).isPresent())
                .findFirst();
        return application
                .flatMap(map -> map.map("metadata"))
                .filter(metadata -> metadata.get("finalizers").isEmpty()
                        && !metadata.entries().isEmpty())
                .map(metadata -> insert(text, metadata))
                .orElse(text);
    }

    /** Before the first key of the metadata, at its indentation. */
    private static String insert(String text, YamlMap metadata) {
        int at = metadata.entries().getFirst().key().span().start();
        if (text.charAt(metadata.span().start()) == '{') {
            return text.substring(0, at) + "finalizers: [" + FINALIZER + "], " + text.substring(at);
        }
        String indentation = text.substring(text.lastIndexOf('\n', at - 1) + 1, at);
        return text.substring(0, at)
                + "finalizers:\n" + indentation + "  - " + FINALIZER + "\n" + indentation
                + text.substring(at);
    }
}
