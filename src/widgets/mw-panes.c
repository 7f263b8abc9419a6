/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-panes.h"

typedef struct
{
  GtkWidget *widget;
  GtkWidget *separator; /* before it */
  guint characters;
  guint room; /* what it asks for now, where that is more */
  guint weight;
  guint rank;
  gboolean wanted;
  gboolean shown;
} Pane;

struct _MwPanes
{
  GtkWidget parent_instance;

  GArray *panes; /* of Pane */
  GtkWidget *current;
  guint notify_id;
};

enum
{
  PROP_CURRENT = 1,
  N_PROPS,
};

enum
{
  SHOWN_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwPanes, mw_panes, GTK_TYPE_WIDGET)

static Pane *
get_pane (MwPanes *self, guint position)
{
  return &g_array_index (self->panes, Pane, position);
}

static Pane *
find_pane (MwPanes *self, GtkWidget *widget)
{
  for (guint i = 0; i < self->panes->len; i++)
    if (get_pane (self, i)->widget == widget)
      return get_pane (self, i);

  return NULL;
}

static int
get_character_width (MwPanes *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);

  return MAX (width, 1);
}

static int
get_minimum (Pane *pane, int character_width)
{
  int minimum;

  gtk_widget_measure (pane->widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return MAX (minimum, (int) MAX (pane->characters, pane->room) * character_width);
}

static Pane *
get_first_choice (MwPanes *self)
{
  Pane *pane = self->current ? find_pane (self, self->current) : NULL;

  if (pane && pane->wanted)
    return pane;
  for (guint i = 0; i < self->panes->len; i++)
    if (get_pane (self, i)->wanted)
      return get_pane (self, i);

  return NULL;
}

/* Marks in @chosen the panes that fit in @width. Returns: the width that they leave */
static int
choose (MwPanes *self, int width, gboolean *chosen)
{
  Pane *first = get_first_choice (self);
  int character_width = get_character_width (self);

  if (first)
    {
      chosen[first - get_pane (self, 0)] = TRUE;
      width -= get_minimum (first, character_width);
    }
  for (guint rank = 0; rank < self->panes->len; rank++)
    for (guint i = 0; i < self->panes->len; i++)
      {
        Pane *pane = get_pane (self, i);
        int minimum = pane->rank == rank && pane->wanted && pane != first ? get_minimum (pane, character_width) : 0;

        if (minimum > 0 && minimum + 1 <= width)
          {
            chosen[i] = TRUE;
            width -= minimum + 1; /* with a separator */
          }
      }

  return width;
}

static gboolean
on_notify (gpointer data)
{
  MwPanes *self = data;

  self->notify_id = 0;
  for (guint i = 0; i < self->panes->len; i++)
    gtk_accessible_update_state (GTK_ACCESSIBLE (get_pane (self, i)->widget), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 !get_pane (self, i)->shown, -1);
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
set_shown (MwPanes *self, Pane *pane, gboolean shown, gboolean separated)
{
  gtk_widget_set_child_visible (pane->widget, shown);
  gtk_widget_set_child_visible (pane->separator, shown && separated);
  if (pane->shown == shown)
    return;

  pane->shown = shown;
  if (!self->notify_id)
    self->notify_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_notify, self, NULL);
}

static void
mw_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MwPanes *self = MW_PANES (widget);
  g_autofree gboolean *chosen = g_new0 (gboolean, self->panes->len + 1);
  int character_width = get_character_width (self);
  int left = MAX (choose (self, width, chosen), 0);
  gboolean rightward = gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL;
  guint weights = 0;
  int x = 0;

  for (guint i = 0; i < self->panes->len; i++)
    weights += chosen[i] ? get_pane (self, i)->weight : 0;

  for (guint i = 0; i < self->panes->len; i++)
    {
      Pane *pane = get_pane (self, i);
      GtkAllocation place = { 0, 0, 0, height };
      int share;

      set_shown (self, pane, chosen[i], x > 0);
      if (!chosen[i])
        continue;
      if (x > 0)
        {
          gtk_widget_measure (pane->separator, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
          gtk_widget_size_allocate (pane->separator, &(GtkAllocation){ rightward ? x : width - x - 1, 0, 1, height }, -1);
          x++;
        }
      share = weights > 0 ? left * (int) pane->weight / (int) weights : 0;
      place.width = get_minimum (pane, character_width) + share;
      left -= share;
      weights -= pane->weight;
      if (weights == 0 && pane->weight > 0)
        place.width += left, left = 0;
      place.width = MIN (place.width, MAX (width - x, 1));
      place.x = rightward ? x : width - x - place.width;
      gtk_widget_size_allocate (pane->widget, &place, -1);
      x += place.width;
    }
}

static void
mw_panes_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  MwPanes *self = MW_PANES (widget);
  int sum = 0;

  *minimum = *natural = 0;
  for (guint i = 0; i < self->panes->len; i++)
    {
      Pane *pane = get_pane (self, i);
      int child_minimum, child_natural;

      if (!pane->wanted)
        continue;
      gtk_widget_measure (pane->widget, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
      sum += child_natural;
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*natural, sum);
}

static void
mw_panes_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MwPanes *self = MW_PANES (object);

  if (id == PROP_CURRENT)
    g_value_set_object (value, self->current);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mw_panes_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CURRENT)
    mw_panes_set_current (MW_PANES (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mw_panes_dispose (GObject *object)
{
  MwPanes *self = MW_PANES (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  self->current = NULL;
  for (guint i = 0; i < self->panes->len; i++)
    {
      g_clear_pointer (&get_pane (self, i)->separator, gtk_widget_unparent);
      g_clear_pointer (&get_pane (self, i)->widget, gtk_widget_unparent);
    }
  g_array_set_size (self->panes, 0);

  G_OBJECT_CLASS (mw_panes_parent_class)->dispose (object);
}

static void
mw_panes_finalize (GObject *object)
{
  g_array_unref (MW_PANES (object)->panes);

  G_OBJECT_CLASS (mw_panes_parent_class)->finalize (object);
}

static void
mw_panes_class_init (MwPanesClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = mw_panes_dispose;
  object_class->finalize = mw_panes_finalize;
  object_class->get_property = mw_panes_get_property;
  object_class->set_property = mw_panes_set_property;
  widget_class->measure = mw_panes_measure;
  widget_class->size_allocate = mw_panes_size_allocate;

  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SHOWN_CHANGED] = g_signal_new ("shown-changed", MW_TYPE_PANES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "panes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mw_panes_init (MwPanes *self)
{
  self->panes = g_array_new (FALSE, TRUE, sizeof (Pane));
}

void
mw_panes_append (MwPanes *self, GtkWidget *widget, guint characters, guint weight, guint rank)
{
  Pane pane = { widget, gtk_separator_new (GTK_ORIENTATION_VERTICAL), characters, 0, weight, rank, TRUE, FALSE };

  gtk_widget_set_parent (pane.separator, GTK_WIDGET (self));
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  gtk_widget_set_child_visible (pane.separator, FALSE);
  gtk_widget_set_child_visible (widget, FALSE);
  g_array_append_val (self->panes, pane);
}

void
mw_panes_set_wanted (MwPanes *self, GtkWidget *widget, gboolean wanted)
{
  Pane *pane = find_pane (self, widget);

  g_return_if_fail (pane);

  if (pane->wanted == wanted)
    return;

  pane->wanted = wanted;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
mw_panes_set_room (MwPanes *self, GtkWidget *widget, guint characters)
{
  Pane *pane = find_pane (self, widget);

  g_return_if_fail (pane);

  if (pane->room == characters)
    return;

  pane->room = characters;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
mw_panes_get_wanted (MwPanes *self, GtkWidget *widget)
{
  Pane *pane = find_pane (self, widget);

  return pane && pane->wanted;
}

void
mw_panes_set_current (MwPanes *self, GtkWidget *widget)
{
  if (self->current == widget || (widget && !find_pane (self, widget)))
    return;

  self->current = widget;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

GtkWidget *
mw_panes_get_current (MwPanes *self)
{
  return self->current;
}

gboolean
mw_panes_is_shown (MwPanes *self, GtkWidget *widget)
{
  Pane *pane = find_pane (self, widget);

  return pane && pane->shown;
}

guint
mw_panes_get_n_shown (MwPanes *self)
{
  guint n_shown = 0;

  for (guint i = 0; i < self->panes->len; i++)
    n_shown += get_pane (self, i)->shown ? 1 : 0;

  return n_shown;
}
