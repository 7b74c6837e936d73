package dev.slipway.kustomize.emit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of keys in go-yaml: letters after everything else, and runs of digits by their number (a9 before a10). */
final class NaturalOrder implements Comparator<String> {

    /** The keys in this order. The order is not transitive for every set of keys, so the JDK's sorts could refuse it. */
    List<String> sorted(List<String> keys) {
        if (keys.size() < 2) {
            return keys;
        }
        int middle = keys.size() / 2;
        return merged(sorted(keys.subList(0, middle)), sorted(keys.subList(middle, keys.size())));
    }

    private List<String> merged(List<String> left, List<String> right) {
        List<String> merged = new ArrayList<>(left.size() + right.size());
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            merged.add(compare(left.get(l), right.get(r)) <= 0 ? left.get(l++) : right.get(r++));
        }
        merged.addAll(left.subList(l, left.size()));
        merged.addAll(right.subList(r, right.size()));
        return merged;
    }

    @Override
    public int compare(String left, String right) {
        int at = mismatch(left, right);
        if (at == Math.min(left.length(), right.length())) {
            return Integer.compare(left.length(), right.length());
        }
        // Nearly all keys differ first in a letter, of which nothing has to be known but itself.
        return isLetter(left.charAt(at)) && isLetter(right.charAt(at))
                ? Character.compare(left.charAt(at), right.charAt(at))
                : comparePoints(left, right);
    }

    private static int mismatch(String left, String right) {
        int end = Math.min(left.length(), right.length());
        int at = 0;
        while (at < end && left.charAt(at) == right.charAt(at)) {
            at++;
        }
        return at;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int comparePoints(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        for (int i = 0; i < a.length && i < b.length; i++) {
            if (a[i] != b[i]) {
                return difference(a, b, i);
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static int difference(int[] a, int[] b, int i) {
        boolean aLetter = Character.isLetter(a[i]);
        boolean bLetter = Character.isLetter(b[i]);
        if (aLetter || bLetter) {
            return aLetter && bLetter ? Integer.compare(a[i], b[i]) : bLetter ? -1 : 1;
        }
        // Zeros that follow a number belong to it: 10 against 1 is decided by its value.
        long start = (a[i] == '0' || b[i] == '0') && afterNumber(a, i) ? 1 : 0;
        long aNumber = number(a, i, start);
        long bNumber = number(b, i, start);
        if (aNumber != bNumber) {
            return Long.compare(aNumber, bNumber);
        }
        int lengths = Integer.compare(digits(a, i), digits(b, i));
        return lengths != 0 ? lengths : Integer.compare(a[i], b[i]);
    }

    private static boolean afterNumber(int[] points, int i) {
        for (int j = i - 1; j >= 0 && Character.isDigit(points[j]); j--) {
            if (points[j] != '0') {
                return true;
            }
        }
        return false;
    }

    private static long number(int[] points, int from, long start) {
        long number = start;
        for (int i = from; i < points.length && Character.isDigit(points[i]); i++) {
            number = number * 10 + (points[i] - '0');
        }
        return number;
    }

    private static int digits(int[] points, int from) {
        int end = from;
        while (end < points.length && Character.isDigit(points[end])) {
            end++;
        }
        return end;
    }
}
