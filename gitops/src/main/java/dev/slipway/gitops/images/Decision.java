package dev.slipway.gitops.images;

/**
 * Where in Git it is decided which build of an image runs.
 *
 * @param repository URL; empty for the one that holds the Applications
 * @param line from 1
 * @param document number of the document in its file, from 0
 * @param pointer JSON pointer to what decides
 * @param inner a pointer in the YAML that stands as a text at {@code pointer}; empty where none does
 * @param written what stands there
 */
public record Decision(
        Rule rule,
        String repository,
        String file,
        int line,
        int document,
        String pointer,
        String inner,
        String written) {

    /** What decides. */
    public enum Rule {
        /** {@code kustomize.images} of the Application. */
        APPLICATION("kustomize.images of the Application"),
        /** {@code images} of a kustomization. */
        KUSTOMIZATION("images of a kustomization"),
        /** A patch of a kustomization. */
        PATCH("a patch"),
        /** The manifest itself. */
        MANIFEST("the manifest itself"),
        /** {@code helm.parameters} of the Application. */
        HELM_PARAMETER("helm.parameters of the Application"),
        /** {@code helm.values} or {@code helm.valuesObject} of the Application. */
        HELM_VALUES("Helm values of the Application"),
        /** A file of Helm values. */
        VALUE_FILE("a file of Helm values"),
        /** The chart's {@code appVersion}. */
        CHART_VERSION("the chart's appVersion"),
        /** A template of the chart, which names the image itself. */
        CHART_TEMPLATE("a template of the chart"),
        /** A file that Argo CD lays over the source, {@code .argocd-source-<name>.yaml} for example. */
        PARAMETER_FILE("a file of parameters of the source"),
        /** A parameter of an ApplicationSet. */
        SET_PARAMETER("a parameter of an ApplicationSet");

        private final String words;

        Rule(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The same in the YAML that stands as a text at its pointer. */
    Decision inside() {
        return new Decision(rule, "", file, line, 0, inner, "", written);
    }

    /** The same in another repository's file. */
    Decision in(String otherRepository, String otherFile) {
        return new Decision(rule, otherRepository, otherFile, line, document, pointer, inner, written);
    }

    /** {@code file:line}, after the repository where it is another one. */
    public String where() {
        return (repository.isEmpty() ? "" : repository + " ") + file + ":" + line;
    }
}
