print("campus-kpi")
