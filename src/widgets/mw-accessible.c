/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-accessible.h"

/* A label without the underscore of its mnemonic; a doubled one is a real one. Returns: (transfer full) */
static char *
dup_without_mnemonic (const char *label)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = label; *p; p++)
    if (*p != '_' || *++p)
      g_string_append_c (plain, *p);
    else
      break;

  return g_string_free (plain, FALSE);
}

void
mw_accessible_set_name (GtkWidget *widget, const char *label)
{
  if (GTK_IS_DROP_DOWN (widget)) /* it is the button in it that has the keyboard */
    mw_accessible_set_name (gtk_widget_get_first_child (widget), label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
mw_accessible_name_buttons (GtkWidget *root)
{
  const char *label = GTK_IS_BUTTON (root) ? gtk_button_get_label (GTK_BUTTON (root)) : NULL;

  if (label)
    {
      g_autofree char *plain = gtk_button_get_use_underline (GTK_BUTTON (root)) ? dup_without_mnemonic (label)
                                                                               : g_strdup (label);

      mw_accessible_set_name (root, plain);
      return;
    }

  for (GtkWidget *c = gtk_widget_get_first_child (root); c; c = gtk_widget_get_next_sibling (c))
    mw_accessible_name_buttons (c);
}
