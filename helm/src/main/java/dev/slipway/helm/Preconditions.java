package dev.slipway.helm;

import dev.slipway.documents.yaml.Place;
import dev.slipway.helm.chart.Chart;
import dev.slipway.helm.chart.Dependency;
import dev.slipway.helm.version.Constraint;
import dev.slipway.helm.version.Version;
import dev.slipway.kustomize.problem.Problems;
import java.util.regex.Pattern;

/** What must hold before a chart is rendered. */
final class Preconditions {
    private static final int LONGEST_NAME = 53;
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    private Preconditions() {}

    static void checkRelease(ReleaseOptions options, Problems problems) {
        if (options.name().length() > LONGEST_NAME
                || !NAME.matcher(options.name()).matches()) {
            problems.add(
                    new Place("release", 1, 1),
                    "\"" + options.name() + "\" is no name for a release.",
                    "small letters, digits, - and ., at most " + LONGEST_NAME + " characters.",
                    "Name it otherwise.");
        }
    }

    static void check(Chart chart, ReleaseOptions options, Problems problems) {
        if (chart.metadata().isLibrary()) {
            problems.add(
                    chartFile(chart, 1),
                    "\"" + chart.name() + "\" is a library, which has nothing to render.",
                    "a chart of the type application.",
                    "Render a chart that uses it.");
        }
        for (Dependency dependency : chart.metadata().dependencies()) {
            checkVendored(chart, dependency, problems);
        }
    }

    private static void checkVendored(Chart chart, Dependency dependency, Problems problems) {
        boolean vendored =
                chart.charts().stream().anyMatch(inside -> inside.name().equals(dependency.name()));
        if (!vendored) {
            problems.add(
                    chartFile(chart, dependency.line()),
                    "The chart \"" + dependency.name() + "\" " + dependency.version()
                            + " is declared here but is not in \""
                            + (chart.directory().isEmpty() ? "" : chart.directory() + "/") + "charts/\".",
                    "the chart itself, as a directory or a .tgz: nothing is fetched while rendering.",
                    "Run helm dependency build and commit charts/.");
        }
    }

    private static Place chartFile(Chart chart, int line) {
        String prefix = chart.directory().isEmpty() ? "" : chart.directory() + "/";
        boolean first = chart.files().containsKey("requirements.yaml") && line > 1;
        return new Place(prefix + (first ? "requirements.yaml" : "Chart.yaml"), line, 1);
    }

    /** The chart and those inside must allow the version of Kubernetes. */
    static void checkVersions(Chart chart, ReleaseOptions options, Problems problems) {
        String constraint = chart.metadata().kubeVersion();
        String version = options.capabilities().kubeVersion();
        if (!constraint.isEmpty() && !allows(constraint, version)) {
            problems.add(
                    chartFile(chart, 1),
                    "The chart \"" + chart.name() + "\" requires Kubernetes \"" + constraint + "\", which " + version
                            + " is not.",
                    "a version of Kubernetes that it allows.",
                    "Use another version of the chart, or name the cluster's version.");
        }
    }

    private static boolean allows(String constraint, String version) {
        try {
            return Constraint.parse(constraint).allows(Version.parse(version));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
