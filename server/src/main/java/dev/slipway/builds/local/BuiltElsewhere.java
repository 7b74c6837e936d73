package dev.slipway.builds.local;

import dev.slipway.builds.BuildForecasts;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;

/** Whether a repository says that it is built by another CI. */
final class BuiltElsewhere {

    private BuiltElsewhere() {}

    static boolean says(FileTree sources) {
        try {
            return sources.text(BuildForecasts.ELSEWHERE)
                    .flatMap(text -> YamlReader.core().document(BuildForecasts.ELSEWHERE, text))
                    .flatMap(document -> document.at("/spec/by"))
                    .flatMap(YamlValue::asText)
                    .filter("elsewhere"::equals)
                    .isPresent();
        } catch (YamlException _) {
            return false; // what cannot be read says nothing: the local build goes on as without the file
        }
    }
}
