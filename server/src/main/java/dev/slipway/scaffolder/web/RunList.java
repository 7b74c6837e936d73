package dev.slipway.scaffolder.web;

import dev.slipway.scaffolder.RunPage;
import dev.slipway.scaffolder.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of the list of runs.
 *
 * @param mine whether only the viewer's own
 * @param status only such; null for all
 * @param page from 1
 */
public record RunList(RunPage found, boolean mine, @Nullable RunStatus status, int page, int pages) {

    /** The address of another page of the same list. */
    public String page(int number) {
        return address(mine, status) + "&page=" + number;
    }

    public static String address(boolean mine, @Nullable RunStatus status) {
        return "/create/runs?mine=" + mine + (status == null ? "" : "&status=" + status);
    }
}
