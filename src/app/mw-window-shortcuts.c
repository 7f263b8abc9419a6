/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-window.h"

void
mw_window_install_shortcuts (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accelerators[3];
  } shortcuts[] = {
    { "win.search", { "<Control>f" } },
    { "win.show-filters", { "<Control><Shift>f" } },
    { "win.clear-filters", { "<Control>d" } },
    { "win.sort::number", { "<Control><Shift>n" } },
    { "win.sort::name", { "<Control><Shift>a" } },
    { "win.close-description", { "Escape", "<Control>BackSpace" } },
    { "win.close-banner", { "<Control><Shift>b" } },
    { "win.wizard-back", { "<Alt>Left" } },
    { "win.wizard-next", { "<Alt>Right" } },
    { "win.wizard-restart", { "<Control>r" } },
    { "win.show-wizard", { "<Control>1" } },
    { "win.show-browser", { "<Control>2" } },
    { "win.show-cases", { "<Control>3" } },
    { "win.compare", { "<Control>t" } },
    { "win.show-comparison", { "<Control><Shift>t" } },
    { "win.consider", { "<Control>k" } },
    { "win.print", { "<Control>p" } },
    { "win.new-case", { "<Control>n" } },
    { "win.new-note", { "<Control>m" } },
    { "win.search-cases", { "<Control><Shift>o" } },
    { "win.discuss", { "F5" } },
    { "win.lock", { "<Control>l" } },
    { "window.close", { "<Control>w" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.shortcuts", { "<Control>question", "<Control>F1" } },
    { "app.about", { "<Shift>F1" } },
    { "app.quit", { "<Control>q" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                           (const char **) shortcuts[i].accelerators);
}
