package dev.slipway.documents.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Paths by glob: {@code *} and {@code ?} stay within a directory, <code>**&#47;</code> stands for any directories, none too, and
 * <code>{a,b}</code> for either. A brace without its other half stands for itself. Globs are written by anybody: all ways to
 * match are followed at once, so that none takes long, and one that is longer than any path matches nothing.
 */
public final class PathPattern {

    private static final int LONGEST = 4096;
    private static final int DEEPEST = 20;
    private static final int UNPAIRED = -1;

    /** Where a path has been matched to its end. */
    private static final int END = 0;

    private enum Takes {
        NOTHING,
        ITSELF,
        NO_SLASH,
        ANYTHING
    }

    /** One place in the glob: what it takes of a path, and the places after it. */
    private record State(Takes takes, char character, List<Integer> next) {

        boolean takes(char given) {
            return switch (takes) {
                case NOTHING -> false;
                case ITSELF -> given == character;
                case NO_SLASH -> given != '/';
                case ANYTHING -> true;
            };
        }
    }

    private final List<State> states = new ArrayList<>();
    private final int start;

    public PathPattern(String glob) {
        add(Takes.NOTHING);
        List<String> parts = glob.length() > LONGEST ? List.of() : parts(glob);
        int[] pairs = pairs(parts);
        start = glob.length() > LONGEST ? add(Takes.NOTHING) : build(parts, pairs, 0, parts.size(), END);
    }

    public boolean matches(String path) {
        BitSet places = new BitSet(states.size());
        enter(start, places);
        for (int i = 0; i < path.length() && !places.isEmpty(); i++) {
            BitSet after = new BitSet(states.size());
            for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
                State state = states.get(place);
                if (state.takes(path.charAt(i))) {
                    enter(state.next().getFirst(), after);
                }
            }
            places = after;
        }
        return places.get(END);
    }

    /** Marks a place and those that it leads to without taking anything. */
    private void enter(int first, BitSet places) {
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            int place = open.pop();
            if (!places.get(place)) {
                places.set(place);
                if (states.get(place).takes() == Takes.NOTHING) {
                    states.get(place).next().forEach(open::push);
                }
            }
        }
    }

    private static List<String> parts(String glob) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < glob.length(); i += parts.getLast().length()) {
            parts.add(glob.startsWith("**/", i) ? "**/" : glob.startsWith("**", i) ? "**" : glob.substring(i, i + 1));
        }
        return parts;
    }

    /** For each brace where its other half is. */
    private static int[] pairs(List<String> parts) {
        int[] pairs = new int[parts.size()];
        Arrays.fill(pairs, UNPAIRED);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).equals("{") && open.size() < DEEPEST) {
                open.push(i);
            } else if (parts.get(i).equals("}") && !open.isEmpty()) {
                pairs[i] = open.pop();
                pairs[pairs[i]] = i;
            }
        }
        return pairs;
    }

    /** Adds the places of some parts from the last to the first; answers the first's. */
    private int build(List<String> parts, int[] pairs, int from, int to, int after) {
        int next = after;
        for (int i = to - 1; i >= from; i--) {
            if (parts.get(i).equals("}") && pairs[i] != UNPAIRED) {
                next = either(parts, pairs, pairs[i] + 1, i, next);
                i = pairs[i];
            } else {
                next = part(parts.get(i), next);
            }
        }
        return next;
    }

    private int either(List<String> parts, int[] pairs, int from, int to, int after) {
        List<Integer> branches = new ArrayList<>();
        int begin = from;
        for (int i = from; i <= to; i++) {
            if (i == to || parts.get(i).equals(",")) {
                branches.add(build(parts, pairs, begin, i, after));
                begin = i + 1;
            } else if (parts.get(i).equals("{") && pairs[i] != UNPAIRED) {
                i = pairs[i];
            }
        }
        return add(Takes.NOTHING, branches.toArray(Integer[]::new));
    }

    private int part(String part, int next) {
        int here = states.size();
        return switch (part) {
            case "?" -> add(Takes.NO_SLASH, next);
            case "*", "**" -> {
                add(Takes.NOTHING, next, here + 1);
                add(part.equals("*") ? Takes.NO_SLASH : Takes.ANYTHING, here);
                yield here;
            }
            case "**/" -> {
                add(Takes.NOTHING, next, here + 1);
                add(Takes.NO_SLASH, here + 2);
                add(Takes.NOTHING, here + 1, here + 3);
                states.add(new State(Takes.ITSELF, '/', List.of(here)));
                yield here;
            }
            default -> {
                states.add(new State(Takes.ITSELF, part.charAt(0), List.of(next)));
                yield here;
            }
        };
    }

    private int add(Takes takes, Integer... next) {
        states.add(new State(takes, '\0', List.of(next)));
        return states.size() - 1;
    }
}
