package dev.slipway.template.nunjucks;

import java.util.List;

/** The templates of the corpus, for other tests. */
public final class Samples {

    private Samples() {}

    public static List<String> templates() {
        return Corpus.files().stream()
                .flatMap(file -> Corpus.entries(file).stream())
                .map(entry -> entry.each().template())
                .toList();
    }
}
