package dev.slipway.entities;

/** Reads what the placeholders of one file name, as long as that is not too much together: each entity keeps what it includes. */
final class LimitedIncludes implements Includes {

    private static final int MOST = 32 << 20;

    private final Includes includes;
    private long taken;

    LimitedIncludes(Includes includes) {
        this.includes = includes;
    }

    @Override
    public String text(String target) {
        refuseBeyond(target);
        String text = includes.text(target);
        taken += text.length();
        refuseBeyond(target);
        return text;
    }

    private void refuseBeyond(String target) {
        if (taken > MOST) {
            throw new IncludeException("with \"" + target + "\" the placeholders of this file bring more than "
                    + (MOST >> 20) + " MiB; include smaller files, or in fewer entities.");
        }
    }
}
