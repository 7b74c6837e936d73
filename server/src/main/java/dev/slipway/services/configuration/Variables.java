package dev.slipway.services.configuration;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.services.EnvironmentVariable;
import dev.slipway.services.ServicesException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The environment variables of a service's environment: reading them, and planning another value. */
public final class Variables {

    /** What POSIX shells and every runtime take for a variable (IEEE Std 1003.1, 3.216). */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final int LONGEST_NAME = 253;
    private static final int LARGEST_VALUE = 32 * 1024;

    private Variables() {}

    /** The directory that says how a service runs in an environment. */
    public static String directory(EnvironmentName environment) {
        return "deploy/overlays/" + environment;
    }

    /** Everything wrong with a name and a value. */
    public static List<Problem> problems(String name, @Nullable String value) {
        List<Problem> problems = new ArrayList<>();
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            problems.add(Problem.at("name", "\"" + name + "\" is not the name of an environment variable.")
                    .expecting("letters, digits and _, not beginning with a digit, at most " + LONGEST_NAME));
        }
        if (value != null && value.getBytes(StandardCharsets.UTF_8).length > LARGEST_VALUE) {
            problems.add(Problem.at("value", "The value is " + value.length() + " characters long.")
                    .expecting("at most 32 KiB"));
        }
        if (value != null && value.indexOf('\0') >= 0) {
            problems.add(Problem.at("value", "The value holds a NUL character, which no process can be given."));
        }
        return problems;
    }

    /** What the overlay sets, then what it inherits and does not override. */
    public static List<EnvironmentVariable> read(FileTree tree, EnvironmentName environment) {
        Overlay overlay = overlay(tree, environment);
        List<EnvironmentVariable> variables = new ArrayList<>();
        Set<String> known = new HashSet<>();
        overlay.sites().forEach(site -> variables.add(variable(site, EnvironmentVariable.Source.OVERLAY)));
        variables.forEach(variable -> known.add(variable.name()));
        overlay.bases().stream()
                .flatMap(base -> Overlay.read(tree, base).stream())
                .flatMap(base -> base.sites().stream())
                .filter(site -> known.add(site.name()))
                .forEach(site -> variables.add(variable(site, EnvironmentVariable.Source.BASE)));
        return variables;
    }

    private static EnvironmentVariable variable(VariableSite site, EnvironmentVariable.Source source) {
        String value = VariableEdit.valueOf(site);
        return value == null
                ? new EnvironmentVariable(
                        site.name(),
                        "from a Secret, a ConfigMap or a field",
                        EnvironmentVariable.Source.REFERENCE,
                        site.file(),
                        site.line())
                : new EnvironmentVariable(site.name(), value, source, site.file(), site.line());
    }

    /** Gives the variable this value, or takes it away; empty when it is so already. */
    public static Optional<VariableChange> plan(
            FileTree tree, EnvironmentName environment, String name, @Nullable String value) {
        return new VariableEdit(tree, overlay(tree, environment), name, value).plan();
    }

    private static Overlay overlay(FileTree tree, EnvironmentName environment) {
        String directory = directory(environment);
        return Overlay.read(tree, directory)
                .orElseThrow(() -> new ServicesException(
                        ProblemCode.NOT_FOUND,
                        Problem.at(
                                        "environment",
                                        "The service's repository has no overlay for \"" + environment + "\".")
                                .expecting(directory + "/kustomization.yaml")
                                .next("Add it to the repository, or choose another environment.")));
    }
}
