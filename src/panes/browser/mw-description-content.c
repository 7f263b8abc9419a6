/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-description-content.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-chip-box.h"
#include "mw-day-words.h"
#include "mw-fit-words.h"
#include "mw-offer-block.h"
#include "mw-outcome-block.h"
#include "mw-prose.h"
#include "mw-words.h"

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* A heading with something below it. */
static GtkWidget *
new_section (const char *heading, GtkWidget *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), new_label (heading, "heading"));
  gtk_box_append (GTK_BOX (box), content);

  return box;
}

static void
append_title (const MwDescriptionContent *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), new_label (mw_intervention_get_name (self->intervention, self->language), "title-2"));
  if (self->intervention->aliases->len > 0)
    {
      g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
      g_autofree char *joined = NULL;
      g_autofree char *text = NULL;

      g_ptr_array_extend (aliases, self->intervention->aliases, NULL, NULL);
      g_ptr_array_add (aliases, NULL);
      joined = g_strjoinv (", ", (char **) aliases->pdata);
      text = g_strdup_printf (_ ("Also known as %s"), joined);
      gtk_box_append (GTK_BOX (box), new_label (text, "dim-label"));
    }
  gtk_box_append (GTK_BOX (box), new_label (mw_intervention_get_summary (self->intervention, self->language), "summary"));
  if (self->intervention->facets[MW_FACET_DESCRIBED] & (1u << MW_DESCRIBED_PRACTICE_EXAMPLE))
    gtk_box_append (GTK_BOX (box),
                    new_label (_ ("A practice example: a young method, or one that was tried in one place only."),
                               "dim-label"));
  gtk_box_append (self->box, box);
}

static GtkWidget *
new_note (const char *icon_name, const char *heading, GtkWidget *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *section = heading ? new_section (heading, content) : content;

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (section, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), section);
  gtk_widget_add_css_class (box, "note");

  return box;
}

static void
append_notes (const MwDescriptionContent *self)
{
  GPtrArray *remarks = mw_intervention_get_remarks (self->intervention, self->language);

  if (self->intervention->former)
    {
      g_autofree char *version = mw_day_words_dup_version (self->intervention->former);
      g_autofree char *text = g_strdup_printf (_ ("No longer in the catalogue. This is the description as it was in %s."), version);

      gtk_box_append (self->box, new_note ("dialog-warning-symbolic", NULL, new_label (text, NULL)));
    }
  if (!mw_intervention_has_language (self->intervention, self->language))
    gtk_box_append (self->box,
                    new_note ("dialog-information-symbolic", NULL,
                              new_label (_ ("This description is available in Dutch only."), NULL)));
  if (remarks->len > 0)
    gtk_box_append (self->box, new_note ("dialog-warning-symbolic", _ ("Note"), mw_prose_new (remarks)));
}

static void
append_offer (const MwDescriptionContent *self)
{
  if (!self->offer_block)
    return;

  mw_offer_block_show (MW_OFFER_BLOCK (self->offer_block), self->intervention->id,
                       mw_intervention_get_name (self->intervention, self->language));
  gtk_box_append (self->box, self->offer_block);
}

static void
append_fit (const MwDescriptionContent *self)
{
  g_autofree char *profiles
    = mw_fit_words_dup_profiles (self->intervention->fits, self->intervention->guidance);

  gtk_box_append (self->box, new_section (_ ("Fits"), new_label (profiles, NULL)));
}

static void
append_evidence (const MwDescriptionContent *self)
{
  int evidence = g_bit_nth_lsf (self->intervention->facets[MW_FACET_EVIDENCE], -1);
  int loneliness = g_bit_nth_lsf (self->intervention->facets[MW_FACET_LONELINESS], -1);
  g_autofree char *effect = NULL;
  g_autofree char *text = NULL;

  if (evidence < 0 || loneliness < 0)
    return;

  effect = mw_words_dup_lower (mw_words_get_loneliness (loneliness));
  /* Translators: how well an intervention was studied, and what that showed of loneliness */
  text = g_strdup_printf (_ ("%1$s. Effect on loneliness: %2$s."), mw_words_get_evidence (evidence), effect);
  gtk_box_append (self->box, new_section (_ ("Research"), new_label (text, NULL)));
}

/* Apart from what was published, and after it. */
static void
append_outcomes (const MwDescriptionContent *self)
{
  if (!self->outcome_block)
    return;

  mw_outcome_block_show (MW_OUTCOME_BLOCK (self->outcome_block), self->intervention->id);
  gtk_box_append (self->box, self->outcome_block);
}

/* One of the organisation's own, which stands in no publication. */
static gboolean
is_own (const MwDescriptionContent *self)
{
  return (self->intervention->facets[MW_FACET_GROUP] & (1u << MW_GROUP_LOCAL)) != 0;
}

static void
append_fields (const MwDescriptionContent *self)
{
  for (guint f = 0; f < MW_N_FIELDS; f++)
    {
      GtkWidget *content = self->intervention->not_stated & (1u << f)
                             ? new_label (is_own (self) ? _ ("Not stated") : _ ("Not stated in the publication"), "dim-label")
                             : mw_prose_new (mw_intervention_get_field (self->intervention, f, self->language));

      gtk_box_append (self->box, new_section (mw_words_get_field (f), content));
    }
}

/* One's own can be changed, and removed. */
static void
append_own_buttons (const MwDescriptionContent *self)
{
  GtkWidget *box;
  GtkWidget *change_button;
  GtkWidget *remove_button;

  if (!is_own (self))
    return;

  box = g_object_new (MW_TYPE_CHIP_BOX, NULL);
  change_button = gtk_button_new_with_mnemonic (_ ("_Change…"));
  remove_button = gtk_button_new_with_mnemonic (_ ("_Remove…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (change_button), "win.change-own");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove_button), "win.remove-own");
  gtk_widget_set_parent (change_button, box);
  gtk_widget_set_parent (remove_button, box);
  mw_accessible_name_buttons (box);
  gtk_box_append (self->box, box);
}

/* Lets every label within @widget know which language it is in. */
static void
set_text_language (GtkWidget *widget, PangoAttrList *attributes)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_attributes (GTK_LABEL (widget), attributes);
      return;
    }

  for (GtkWidget *c = gtk_widget_get_first_child (widget); c; c = gtk_widget_get_next_sibling (c))
    set_text_language (c, attributes);
}

void
mw_description_content_fill (const MwDescriptionContent *self)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  append_title (self);
  append_own_buttons (self);
  append_notes (self);
  append_offer (self);
  append_fit (self);
  append_evidence (self);
  append_outcomes (self);
  append_fields (self);
  if (!is_own (self))
    gtk_box_append (self->box,
                    new_label (_ ("Contact data are as of 2012 and may have changed. "
                                  "Facts from “Maatwerk bij de aanpak van eenzaamheid” (2012), in our own words."),
                               "dim-label"));

  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string (mw_language_get_id (self->language))));
  set_text_language (GTK_WIDGET (self->box), attributes);
  pango_attr_list_unref (attributes);
}
