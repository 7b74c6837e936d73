package dev.slipway.helm;

import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.Place;
import dev.slipway.helm.chart.Chart;
import dev.slipway.helm.chart.Dependency;
import dev.slipway.helm.version.Constraint;
import dev.slipway.helm.version.Version;
import dev.slipway.kustomize.problem.Problem;
import dev.slipway.kustomize.problem.Problems;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    static void check(Chart chart, Problems problems) {
        if (chart.metadata().isLibrary()) {
            problems.add(
                    chartFile(chart),
                    "\"" + chart.name() + "\" is a library, which has nothing to render.",
                    "a chart of the type application.",
                    "Render a chart that uses it.");
        }
        chart.metadata().dependencies().stream()
                .filter(each -> !each.isLocal() && !chart.holds(each))
                .forEach(each -> problems.add(
                        chart.place(each),
                        "The chart \"" + each.name() + "\" " + each.version() + " is declared here but is not in \""
                                + TreePath.join(chart.directory(), "charts/") + "\".",
                        "the chart itself, as a directory or a .tgz: nothing is fetched while rendering.",
                        "Run helm dependency build and commit charts/."));
    }

    /** What charts inside need and do not hold: neither Helm nor Argo CD builds that, or says so. */
    static List<Problem> unbuilt(Chart chart) {
        return chart.charts().stream()
                .flatMap(inside -> Stream.concat(
                        inside.metadata().dependencies().stream()
                                .filter(each -> inside.charts().stream()
                                        .noneMatch(held -> held.name().equals(each.calledName())))
                                .map(each -> unbuilt(inside, each)),
                        unbuilt(inside).stream()))
                .toList();
    }

    private static Problem unbuilt(Chart inside, Dependency dependency) {
        return new Problem(
                inside.place(dependency),
                "\"" + dependency.name() + "\" " + dependency.version() + " is declared here but is not in \""
                        + TreePath.join(inside.directory(), "charts/") + "\", so nothing of it is rendered.",
                "the chart itself: helm dependency build, which Argo CD runs, builds only what the outermost chart"
                        + " declares.",
                "Declare it in the outermost chart, or commit it to that folder.");
    }

    private static Place chartFile(Chart chart) {
        return new Place(TreePath.join(chart.directory(), "Chart.yaml"), 1, 1);
    }

    /** The chart and those inside must allow the version of Kubernetes. */
    static void checkVersions(Chart chart, ReleaseOptions options, Problems problems) {
        String constraint = chart.metadata().kubeVersion();
        String version = options.capabilities().kubeVersion();
        if (!constraint.isEmpty() && !allows(constraint, version)) {
            problems.add(
                    chartFile(chart),
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
