package dev.slipway.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that runs another one in user, mount and process namespaces of its own (namespaces(7)). A script arranges what
 * it sees; then it runs without any capability and cannot undo that. The namespaces end with the first process, which ends
 * with whoever holds it.
 */
public final class NamespaceCommand {

    private static final List<String> INTO_NAMESPACES =
            List.of("unshare", "--user", "--map-root-user", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c");

    private static final List<String> WITHOUT_CAPABILITIES =
            List.of("setpriv", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", "--ambient-caps=-all");

    private final String name;
    private final List<String> arguments = new ArrayList<>();
    private final StringBuilder script = new StringBuilder("set -e\n");

    /** @param name what the script calls itself when it fails */
    public NamespaceCommand(String name) {
        this.name = name;
    }

    /**
     * Adds a line to the script. Each {@code %s} stands for a path; paths are arguments of the script and no part of it:
     * whatever is in their names, it is not executed.
     */
    public NamespaceCommand line(String line, Path... paths) {
        String rest = line;
        for (Path path : paths) {
            arguments.add(path.toString());
            int place = rest.indexOf("%s");
            script.append(rest, 0, place)
                    .append("\"${")
                    .append(arguments.size())
                    .append("}\"");
            rest = rest.substring(place + "%s".length());
        }
        script.append(rest).append('\n');
        return this;
    }

    public List<String> running(List<String> words) {
        List<String> whole = new ArrayList<>(INTO_NAMESPACES);
        whole.add(script + "shift " + arguments.size() + "\nexec \"$@\"\n");
        whole.add(name);
        whole.addAll(arguments);
        whole.addAll(WITHOUT_CAPABILITIES);
        whole.addAll(words);
        return List.copyOf(whole);
    }

    /** The command that runs another one in the namespaces of a process, as bare of capabilities as what runs there. */
    public static List<String> joining(long process, List<String> words) {
        List<String> whole = new ArrayList<>(List.of(
                "nsenter",
                "--target=" + process,
                "--user",
                "--preserve-credentials",
                "--mount",
                "--pid",
                "--wd=/proc/" + process + "/cwd"));
        whole.addAll(WITHOUT_CAPABILITIES);
        whole.addAll(words);
        return List.copyOf(whole);
    }
}
