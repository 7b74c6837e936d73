package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Declarations.taking;

import java.util.ArrayList;
import java.util.List;

/** Paths with {@code /} between their parts, as Go's package path; the {@code os} functions are the same on Linux. */
public final class PathFunctions {

    private PathFunctions() {}

    static void declare(Declarations to) {
        to.both("base", "osBase", taking(STRING), a -> base(text(a, 0)))
                .both("dir", "osDir", taking(STRING), a -> dir(text(a, 0)))
                .both("clean", "osClean", taking(STRING), a -> clean(text(a, 0)))
                .both("ext", "osExt", taking(STRING), a -> ext(text(a, 0)))
                .both("isAbs", "osIsAbs", taking(STRING), a -> text(a, 0).startsWith("/"));
    }

    /** The last part. */
    public static String base(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        String trimmed = path.replaceAll("/+$", "");
        return trimmed.isEmpty() ? "/" : trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    private static String dir(String path) {
        return clean(path.substring(0, path.lastIndexOf('/') + 1));
    }

    private static String ext(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    private static String clean(String path) {
        boolean rooted = path.startsWith("/");
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                if (!parts.isEmpty() && !parts.getLast().equals("..")) {
                    parts.removeLast();
                } else if (!rooted) {
                    parts.add(part);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        String joined = String.join("/", parts);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }
}
