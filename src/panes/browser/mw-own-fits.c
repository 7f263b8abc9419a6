/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-own-fits.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-button-labels.h"
#include "mw-chip-box.h"
#include "mw-words.h"

struct _MwOwnFits
{
  GtkWidget parent_instance;

  GtkWidget *checks[MW_N_PROFILES];
  GtkWidget *guidance_checks[MW_N_PROFILES];
  GtkWidget *problem_label;
  gboolean setting;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwOwnFits, mw_own_fits, GTK_TYPE_WIDGET)

static void
update_sensitive (MwOwnFits *self)
{
  for (guint p = 0; p < MW_N_PROFILES; p++)
    gtk_widget_set_sensitive (self->guidance_checks[p], gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[p])));
}

static void
on_toggled (MwOwnFits *self)
{
  if (self->setting)
    return;

  update_sensitive (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
mw_own_fits_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_OWN_FITS (widget)->checks[0]);
}

static void
mw_own_fits_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_own_fits_parent_class)->dispose (object);
}

static void
mw_own_fits_class_init (MwOwnFitsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_own_fits_dispose;
  widget_class->grab_focus = mw_own_fits_grab_focus;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_OWN_FITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
append_check (MwOwnFits *self, GtkWidget *row, const char *words)
{
  GtkWidget *check = gtk_check_button_new_with_label (words);

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_widget_set_parent (check, row);
  return check;
}

static void
append_profile (MwOwnFits *self, guint profile)
{
  GtkWidget *row = g_object_new (MW_TYPE_CHIP_BOX, NULL);
  g_autofree char *name = mw_words_dup_profile (profile);
  /* Translators: a profile; the whole is a choice in the form */
  g_autofree char *guidance = g_strdup_printf (_ ("%s: only with the right guidance"), name);

  self->checks[profile] = append_check (self, row, name);
  self->guidance_checks[profile] = append_check (self, row, _ ("only with the right guidance"));
  mw_accessible_set_name (self->guidance_checks[profile], guidance);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

static void
mw_own_fits_init (MwOwnFits *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Fits"), -1);
  for (guint p = 0; p < MW_N_PROFILES; p++)
    append_profile (self, p);
  self->problem_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem_label), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->problem_label), 12);
  gtk_widget_add_css_class (self->problem_label, "missing");
  gtk_widget_set_visible (self->problem_label, FALSE);
  gtk_widget_set_parent (self->problem_label, GTK_WIDGET (self));
  mw_button_labels_prepare (GTK_WIDGET (self));
  update_sensitive (self);
}

void
mw_own_fits_set (MwOwnFits *self, MwProfileSet fits, MwProfileSet guidance)
{
  self->setting = TRUE;
  for (guint p = 0; p < MW_N_PROFILES; p++)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[p]), (fits & MW_PROFILE_SET_OF (p)) != 0);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->guidance_checks[p]), (guidance & MW_PROFILE_SET_OF (p)) != 0);
    }
  self->setting = FALSE;
  update_sensitive (self);
}

MwProfileSet
mw_own_fits_get (MwOwnFits *self, MwProfileSet *guidance)
{
  MwProfileSet fits = 0;

  *guidance = 0;
  for (guint p = 0; p < MW_N_PROFILES; p++)
    {
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[p])))
        fits |= MW_PROFILE_SET_OF (p);
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->guidance_checks[p])))
        *guidance |= MW_PROFILE_SET_OF (p);
    }

  return fits;
}

void
mw_own_fits_set_problem (MwOwnFits *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), words ? words : "");
  gtk_widget_set_visible (self->problem_label, words != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words ? words : "", -1);
}
