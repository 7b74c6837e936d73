package dev.slipway.template.regex;

import java.util.Arrays;

/** What has been done and can be undone: forks, with what to try instead, and registers, with what they held. */
final class Trail {

    private static final int WIDTH = 2;

    /** Pairs: a register and its old value; or, as a negative number, an instruction, and an offset. */
    private int[] entries = new int[64];

    private int size;
    private int instruction;
    private int offset;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void pushFork(int otherInstruction, int otherOffset) {
        push(-1 - otherInstruction, otherOffset);
    }

    void pushRegister(int register, int old) {
        push(register, old);
    }

    private void push(int first, int second) {
        if (size + WIDTH > entries.length) {
            entries = Arrays.copyOf(entries, entries.length * 2);
        }
        entries[size] = first;
        entries[size + 1] = second;
        size += WIDTH;
    }

    /** Takes the last entry: a register gets its old value back; whether it was a fork. */
    boolean pop(int[] registers) {
        size -= WIDTH;
        int first = entries[size];
        if (first >= 0) {
            registers[first] = entries[size + 1];
            return false;
        }
        instruction = -1 - first;
        offset = entries[size + 1];
        return true;
    }

    int poppedInstruction() {
        return instruction;
    }

    int poppedOffset() {
        return offset;
    }

    void undo(int bottom, int[] registers) {
        while (size > bottom) {
            pop(registers);
        }
    }

    /** Registers are still given back when what is below is undone. */
    void forgetForks(int bottom) {
        int kept = bottom;
        for (int i = bottom; i < size; i += WIDTH) {
            if (entries[i] >= 0) {
                entries[kept] = entries[i];
                entries[kept + 1] = entries[i + 1];
                kept += WIDTH;
            }
        }
        size = kept;
    }
}
